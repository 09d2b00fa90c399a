package dev.touchstone.server.delivery.gates;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.server.delivery.findings.Finding;
import dev.touchstone.server.delivery.findings.Findings;
import dev.touchstone.server.delivery.findings.PresentFinding;
import dev.touchstone.server.delivery.intake.ReportDigests;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.facts.FactSource;
import dev.touchstone.server.foundation.facts.FactSubject;
import dev.touchstone.server.foundation.facts.GatheredFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was looked at on the commit, what was found there, and what of it is new. */
@Component
class ScanFacts implements FactSource {

    /** They look at something that runs, so no run of theirs is bound to a commit. */
    private static final Set<ScannerKind> OF_THE_LINE =
            EnumSet.of(ScannerKind.DAST, ScannerKind.IAST);

    private final Runs runs;
    private final Findings findings;
    private final ReportDigests digests;

    ScanFacts(Runs runs, Findings findings, ReportDigests digests) {
        this.runs = runs;
        this.findings = findings;
        this.digests = digests;
    }

    @Override
    public void offer(FactSubject subject, GatheredFacts into) {
        long application = subject.application().id();
        List<Run> ofCommit =
                runs.ofCommit(application, subject.commit()).stream()
                        .filter(run -> isOn(subject.line(), run))
                        .toList();
        Optional<Line> line = line(subject, ofCommit);
        line.ifPresent(known -> into.line(known.name(), known.kind().name()));
        List<Run> heads = line.map(known -> runs.heads(application, known.id())).orElse(List.of());

        Map<Long, Run> all = new LinkedHashMap<>();
        ofCommit.forEach(run -> all.put(run.number(), run));
        heads.forEach(run -> all.putIfAbsent(run.number(), run));
        Map<Long, String> reports =
                digests.sha256(application, all.values().stream().map(Run::reportNumber).toList());
        into.runs(
                all.values().stream()
                        .map(
                                run ->
                                        fact(
                                                subject.application(),
                                                run,
                                                reports.get(run.reportNumber())))
                        .toList());

        List<Run> looked = new ArrayList<>(ofCommit);
        heads.stream()
                .filter(run -> OF_THE_LINE.contains(run.kind()) && !looked.contains(run))
                .forEach(looked::add);
        offerFindings(subject, looked, into);
    }

    private void offerFindings(FactSubject subject, List<Run> looked, GatheredFacts into) {
        Map<Long, Facts.FindingFacts> present = new LinkedHashMap<>();
        Facts.MergeBase base = Facts.MergeBase.NONE;
        for (Run run : looked) {
            Run older = runs.mergeBase(run).orElse(null);
            if (older != null) {
                base = new Facts.MergeBase(Facts.MergeBase.State.FOUND, older.commit());
            }
            for (PresentFinding seen : findings.seenBy(run, older)) {
                present.putIfAbsent(
                        seen.finding().number(), fact(subject.application(), seen, subject.at()));
            }
        }
        into.base(base);
        into.findings(List.copyOf(present.values()));
    }

    private Optional<Line> line(FactSubject subject, List<Run> ofCommit) {
        if (subject.line() != null) {
            return runs.line(subject.application().id(), subject.line());
        }
        return ofCommit.stream().map(Run::line).findFirst();
    }

    private static boolean isOn(@Nullable String line, Run run) {
        return line == null || run.line().name().equals(line);
    }

    private static Facts.RunFacts fact(Application application, Run run, @Nullable String digest) {
        return new Facts.RunFacts(
                new VisibleId(application.key(), VisibleId.Letter.R, run.number()).toString(),
                run.kind(),
                run.tool(),
                run.toolVersion(),
                run.ruleDigest(),
                run.commit(),
                run.complete(),
                run.startedAt(),
                digest);
    }

    private static Facts.FindingFacts fact(
            Application application, PresentFinding present, Instant at) {
        Finding finding = present.finding();
        return new Facts.FindingFacts(
                new VisibleId(application.key(), VisibleId.Letter.F, finding.number()).toString(),
                finding.tool(),
                finding.rule(),
                finding.severity(),
                finding.cwes(),
                finding.title(),
                finding.path(),
                finding.startLine(),
                switch (present.isNew()) {
                    case YES -> true;
                    case NO -> false;
                    case UNKNOWN -> null;
                },
                (int) Duration.between(finding.firstSeen(), at).toDays(),
                switch (finding.status()) {
                    case OPEN, REOPENED, CLOSED -> Facts.FindingFacts.Status.OPEN;
                    case ACCEPTED -> Facts.FindingFacts.Status.ACCEPTED;
                    case FALSE_POSITIVE -> Facts.FindingFacts.Status.FALSE_POSITIVE;
                });
    }
}
