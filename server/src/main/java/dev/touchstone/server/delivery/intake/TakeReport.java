package dev.touchstone.server.delivery.intake;

import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Applications;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a report: once this has ended, the bytes are safe and will be merged. */
@Service
class TakeReport {

    private final Applications applications;
    private final ReportStore reports;
    private final RawStore raw;
    private final JobStore jobs;
    private final Runs runs;
    private final Ledger ledger;
    private final Clock clock;

    TakeReport(
            Applications applications,
            ReportStore reports,
            RawStore raw,
            JobStore jobs,
            Runs runs,
            Ledger ledger,
            Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.raw = raw;
        this.jobs = jobs;
        this.runs = runs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the ledger keeps of it. */
    private record Uploaded(String report, String sha256, long size, String line, String commit) {}

    @Transactional
    public Taken take(Upload upload) {
        Application application =
                applications.open(upload.about().application(), Permission.REPORT_UPLOAD);
        refuseOtherKind(application, upload.about());
        Caller caller = Callers.current();
        if (upload.idempotencyKey() != null) {
            var earlier = reports.earlier(application.id(), caller, upload.idempotencyKey());
            if (earlier.isPresent()) {
                if (!Arrays.equals(earlier.get().requestDigest(), upload.requestDigest())) {
                    throw new Refusal.Conflict(
                            "The Idempotency-Key %s was used for another report, so this one was not taken. Use a new key for each report.",
                            upload.idempotencyKey());
                }
                return new Taken(application, earlier.get().number());
            }
        }
        keepBytes(application, upload);
        long number = reports.nextNumber(application.id());
        var now = clock.instant();
        reports.add(application, number, upload, caller, now);
        jobs.add(application.id(), number, upload.about().line(), now);
        String id = new VisibleId(application.key(), VisibleId.Letter.U, number).toString();
        ledger.append(
                "UploadReport",
                id,
                application.entityId(),
                new Uploaded(
                        id,
                        HexFormat.of().formatHex(upload.sha256()),
                        upload.size(),
                        upload.about().line(),
                        upload.about().commit()));
        return new Taken(application, number);
    }

    /** A line is what its first report said; findings are kept by it. */
    private void refuseOtherKind(Application application, About about) {
        runs.line(application.id(), about.line())
                .filter(line -> line.kind() != about.lineKind())
                .ifPresent(
                        line -> {
                            throw new Refusal.Conflict(
                                    "The code line %s is a %s, but this report says %s, so it was not taken. Send it as %s, or name another line.",
                                    line.name(), line.kind(), about.lineKind(), line.kind());
                        });
    }

    private void keepBytes(Application application, Upload upload) {
        if (raw.has(application.id(), upload.sha256())) return;
        try (InputStream bytes = upload.bytes().open()) {
            raw.add(application.id(), upload.sha256(), bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The report that the platform has now. */
    record Taken(Application application, long number) {}
}
