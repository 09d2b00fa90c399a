package dev.touchstone.server.delivery.intake;

import dev.touchstone.server.delivery.runs.Delta;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Applications;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What callers can do with reports. */
@Service
class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final TakeReport taking;
    private final ReportStore reports;
    private final RawStore raw;
    private final Applications applications;
    private final Runs runs;
    private final Completions completions;
    private final Clock clock;

    Reports(
            TakeReport taking,
            ReportStore reports,
            RawStore raw,
            Applications applications,
            Runs runs,
            Completions completions,
            Clock clock) {
        this.taking = taking;
        this.reports = reports;
        this.raw = raw;
        this.applications = applications;
        this.runs = runs;
        this.completions = completions;
        this.clock = clock;
    }

    /** A report with its application and its runs. */
    record Receipt(Application application, Report report, List<Run> runs) {

        String id() {
            return new VisibleId(application.key(), VisibleId.Letter.U, report.number()).toString();
        }

        @Nullable Delta counts() {
            return runs.stream().map(Run::counts).reduce(Delta::plus).orElse(null);
        }
    }

    Receipt take(Upload upload, Duration wait) {
        TakeReport.Taken taken;
        try {
            taken = takeOnceMore(upload);
        } catch (DataAccessResourceFailureException noRoom) {
            LOG.error("a report was not stored", noRoom);
            throw new Refusal.Unavailable(
                    "The report was not stored: the database has no room left or is not reached. Nothing was kept. Tell the operator, and send it again later.");
        }
        completions.announce();
        return await(taken.application(), taken.number(), wait);
    }

    /**
     * The same bytes or the same key may come twice at the same moment: the second sees the first.
     */
    private TakeReport.Taken takeOnceMore(Upload upload) {
        try {
            return taking.take(upload);
        } catch (DuplicateKeyException sameAtTheSameTime) {
            return taking.take(upload);
        }
    }

    Receipt open(String id) {
        var visible = VisibleId.parse(id, VisibleId.Letter.U);
        Application application = applications.open(visible.key(), Permission.REPORT_READ);
        return receipt(application, find(application, visible.number()));
    }

    void writeRaw(Receipt receipt, OutputStream out) throws IOException {
        raw.writeTo(
                receipt.application().id(),
                HexFormat.of().parseHex(receipt.report().sha256()),
                out);
    }

    Page<Receipt> list(@Nullable String applicationKey, @Nullable String cursor, int limit) {
        var visible =
                (applicationKey == null
                                ? applications.reachable(Permission.REPORT_READ)
                                : List.of(
                                        applications.open(applicationKey, Permission.REPORT_READ)))
                        .stream().collect(Collectors.toMap(Application::id, Function.identity()));
        var found = reports.page(visible.keySet(), ReportCursor.parse(cursor), limit + 1);
        var items = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                items.stream()
                        .map(
                                report ->
                                        receipt(
                                                Objects.requireNonNull(
                                                        visible.get(report.applicationId())),
                                                report))
                        .toList(),
                found.size() > limit ? ReportCursor.of(items.getLast()).text() : null);
    }

    private Receipt await(Application application, long number, Duration wait) {
        var end = clock.instant().plus(wait);
        while (true) {
            long seen = completions.changes();
            Report report = find(application, number);
            Duration left = Duration.between(clock.instant(), end);
            if (report.state().isEnd() || left.isNegative() || left.isZero()) {
                return receipt(application, report);
            }
            try {
                completions.await(seen, left.compareTo(LOOK) < 0 ? left : LOOK);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return receipt(application, report);
            }
        }
    }

    private Report find(Application application, long number) {
        return reports.find(application.id(), number).orElseThrow(Refusal.NotFound::new);
    }

    private Receipt receipt(Application application, Report report) {
        return new Receipt(
                application,
                report,
                report.runs().stream()
                        .map(number -> runs.run(application.id(), number).orElseThrow())
                        .toList());
    }
}
