package dev.touchstone.server.delivery.intake;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Names raw reports by what they hold, for those who rely on them. */
@Service
public class ReportDigests {

    private final ReportStore reports;

    ReportDigests(ReportStore reports) {
        this.reports = reports;
    }

    /** Lower-case hex SHA-256 of the raw bytes, by number of the report. */
    public Map<Long, String> sha256(long applicationId, Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : reports.digests(applicationId, numbers);
    }
}
