package dev.touchstone.server.delivery.intake;

import dev.touchstone.contract.Bill;
import dev.touchstone.contract.Fault;
import dev.touchstone.formats.BillReader;
import dev.touchstone.formats.Formats;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.formats.Limits;
import dev.touchstone.formats.ReadAhead;
import dev.touchstone.formats.ReportFormat;
import dev.touchstone.formats.Unpacked;
import dev.touchstone.server.delivery.findings.Findings;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Applications;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges one report: all of it in one transaction, or nothing and a reason. */
@Service
class MergeReport {

    private final Applications applications;
    private final ReportStore reports;
    private final RawStore raw;
    private final JobStore jobs;
    private final Runs runs;
    private final Findings findings;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MergeReport(
            Applications applications,
            ReportStore reports,
            RawStore raw,
            JobStore jobs,
            Runs runs,
            Findings findings,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.raw = raw;
        this.jobs = jobs;
        this.runs = runs;
        this.findings = findings;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the ledger keeps of the end of a report. */
    private record Ended(
            String report,
            Report.State state,
            @Nullable String format,
            List<String> runs,
            List<Fault> faults,
            @Nullable Integer components) {}

    /** What a report turned out to be. */
    private record Outcome(
            Report.State state,
            @Nullable String format,
            List<Run> runs,
            List<Fault> faults,
            Report.@Nullable BillSummary bill) {

        static Outcome refused(@Nullable String format, List<Fault> faults) {
            return new Outcome(Report.State.REFUSED, format, List.of(), faults, null);
        }
    }

    /** Carries a reader's refusal out of the transaction, which is undone. */
    private static final class Refused extends RuntimeException {
        private final transient Outcome outcome;

        Refused(Outcome outcome) {
            super("refused");
            this.outcome = outcome;
        }
    }

    /**
     * @throws LeaseLost when somebody else has taken the job over; nothing was changed then
     */
    void merge(Job job) {
        Report report = reports.find(job.applicationId(), job.reportNumber()).orElseThrow();
        Application application = applications.withIds(List.of(job.applicationId())).getFirst();
        Callers.as(
                report.caller(),
                () -> {
                    Path file = null;
                    try {
                        file = Files.createTempFile("touchstone-report-", "");
                        try (var out = Files.newOutputStream(file)) {
                            raw.writeTo(
                                    job.applicationId(),
                                    HexFormat.of().parseHex(report.sha256()),
                                    out);
                        }
                        merge(job, application, file);
                    } catch (IOException problem) {
                        throw new UncheckedIOException(problem);
                    } finally {
                        deleteQuietly(file);
                    }
                    return true;
                });
    }

    /** Gives up after too many failures; the report stays and says so. */
    void giveUp(Job job, String why) {
        Report report = reports.find(job.applicationId(), job.reportNumber()).orElseThrow();
        Application application = applications.withIds(List.of(job.applicationId())).getFirst();
        Callers.as(
                report.caller(),
                () -> {
                    end(job, application, Outcome.refused(null, List.of(Fault.error("", why))));
                    return true;
                });
    }

    private void merge(Job job, Application application, Path file) throws IOException {
        try (Unpacked unpacked = Unpacked.open(file, Limits.DEFAULT)) {
            ReportFormat format = format(unpacked.members());
            if (format.isBill()) {
                Bill bill = BillReader.read(unpacked.members().getFirst().file());
                end(job, application, outcome(bill));
            } else {
                About about = reports.about(job.applicationId(), job.reportNumber());
                transaction.executeWithoutResult(
                        status ->
                                finish(
                                        job,
                                        application,
                                        findings(job, about, format, unpacked.members())));
            }
        } catch (InvalidReport invalid) {
            end(job, application, Outcome.refused(null, invalid.faults()));
        } catch (Refused refused) {
            end(job, application, refused.outcome);
        }
    }

    private static ReportFormat format(List<Unpacked.Member> members)
            throws IOException, InvalidReport {
        ReportFormat first = null;
        for (Unpacked.Member member : members) {
            ReportFormat format = format(member);
            if (first != null && (format != first || format.isBill())) {
                throw InvalidReport.at(
                        member.name(),
                        "is %s beside %s; send an archive of reports of findings only, and each bill of materials alone"
                                .formatted(format.title(), first.title()));
            }
            first = format;
        }
        if (first == null) throw InvalidReport.at("", "there is no file in it");
        return first;
    }

    private static ReportFormat format(Unpacked.Member member) throws IOException, InvalidReport {
        try {
            return Formats.detect(member.file());
        } catch (InvalidReport unknown) {
            throw new InvalidReport(
                    unknown.faults().stream().map(fault -> inside(member, fault)).toList());
        }
    }

    private static Outcome outcome(Bill bill) {
        var subject = bill.subject();
        return new Outcome(
                Report.State.MERGED,
                bill.format(),
                List.of(),
                List.of(),
                new Report.BillSummary(
                        bill.format(),
                        bill.serialNumber(),
                        subject == null ? null : subject.name(),
                        bill.components().size(),
                        bill.faults()));
    }

    private Outcome findings(
            Job job, About about, ReportFormat format, List<Unpacked.Member> members) {
        Line line = runs.lock(job.applicationId(), about.line(), about.lineKind(), about.base());
        runs.learn(job.applicationId(), about.commit(), about.ancestors());
        var sink = new MergeSink(runs, findings, about, line, job.reportNumber(), clock.instant());
        var warnings = new ArrayList<Fault>();
        for (Unpacked.Member member : members) {
            Runnable meanwhile = member == members.getFirst() ? sink::expect : () -> {};
            try {
                ReadAhead.sarif(member.file(), sink, meanwhile).stream()
                        .map(fault -> inside(member, fault))
                        .forEach(warnings::add);
            } catch (InvalidReport invalid) {
                throw new Refused(
                        Outcome.refused(
                                format.title(),
                                invalid.faults().stream()
                                        .map(fault -> inside(member, fault))
                                        .toList()));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return new Outcome(Report.State.MERGED, format.title(), sink.finish(), warnings, null);
    }

    private static Fault inside(Unpacked.Member member, Fault fault) {
        return member.name().isEmpty()
                ? fault
                : new Fault(fault.level(), member.name() + "#" + fault.place(), fault.message());
    }

    private void end(Job job, Application application, Outcome outcome) {
        transaction.executeWithoutResult(status -> finish(job, application, outcome));
    }

    /** The last step of the transaction: state, ledger, and the lease that must still be ours. */
    private void finish(Job job, Application application, Outcome outcome) {
        reports.end(
                job,
                outcome.state(),
                outcome.format(),
                outcome.runs().stream().map(Run::number).toList(),
                outcome.faults(),
                outcome.bill(),
                clock.instant());
        String id =
                new VisibleId(application.key(), VisibleId.Letter.U, job.reportNumber()).toString();
        ledger.append(
                outcome.state() == Report.State.MERGED ? "MergeReport" : "RefuseReport",
                id,
                application.entityId(),
                new Ended(
                        id,
                        outcome.state(),
                        outcome.format(),
                        outcome.runs().stream()
                                .map(
                                        run ->
                                                new VisibleId(
                                                                application.key(),
                                                                VisibleId.Letter.R,
                                                                run.number())
                                                        .toString())
                                .toList(),
                        outcome.faults(),
                        outcome.bill() == null ? null : outcome.bill().components()));
        jobs.end(job);
    }

    private static void deleteQuietly(@Nullable Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }
}
