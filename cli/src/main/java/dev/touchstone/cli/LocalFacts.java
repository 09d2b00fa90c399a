package dev.touchstone.cli;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.ShippedPack;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.scanners.ScanOutcome;
import dev.touchstone.scanners.Scanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scan without the platform knows: no history, so nothing is new and nothing is old. */
final class LocalFacts {

    private final Clock clock;
    private final Path folder;
    private final Stage stage;
    private final List<ReportedFinding> reported = new ArrayList<>();

    LocalFacts(Clock clock, Path folder, Stage stage) {
        this.clock = clock;
        this.folder = folder;
        this.stage = stage;
    }

    /** All findings that were read from the reports so far. */
    List<ReportedFinding> reported() {
        return reported;
    }

    Facts of(Scanner scanner, ScanOutcome outcome) throws IOException, InvalidReport {
        var now = clock.instant();
        var commit = new GitHistory(folder).resolve("HEAD").orElse(null);
        return switch (outcome) {
            case ScanOutcome.Scanned scanned -> known(scanner, scanned, now, commit);
            case ScanOutcome.NotRun ignored -> facts(now, commit, List.of(), null);
            case ScanOutcome.Failed ignored -> facts(now, commit, List.of(), null);
        };
    }

    private Facts known(
            Scanner scanner, ScanOutcome.Scanned scanned, Instant now, @Nullable String commit)
            throws IOException, InvalidReport {
        var digest = Digests.sha256(scanned.report(), "");
        var runs = new ArrayList<Facts.RunFacts>();
        var findings = new ArrayList<Facts.FindingFacts>();
        for (var run : ReportFile.readSarif(scanned.report()).runs()) {
            runs.add(
                    new Facts.RunFacts(
                            "local-" + (runs.size() + 1),
                            scanner.kind(),
                            run.about().tool(),
                            run.about().toolVersion(),
                            run.about().ruleDigest(),
                            commit,
                            scanned.complete() && run.about().complete(),
                            now,
                            digest));
            for (var finding : run.findings()) {
                reported.add(finding);
                findings.add(fact("F-" + reported.size(), run.about().tool(), finding));
            }
        }
        return facts(now, commit, runs, findings);
    }

    private Facts facts(
            Instant now,
            @Nullable String commit,
            List<Facts.RunFacts> runs,
            @Nullable List<Facts.FindingFacts> findings) {
        return new Facts(
                now,
                stage,
                Facts.ApplicationFacts.UNKNOWN,
                new Facts.Change(null, null, commit, Facts.MergeBase.NONE),
                runs,
                findings,
                ShippedPack.ofDefaults().precision(),
                List.of());
    }

    private static Facts.FindingFacts fact(String id, String tool, ReportedFinding finding) {
        var place = finding.primaryLocation();
        return new Facts.FindingFacts(
                id,
                tool,
                finding.ruleId(),
                finding.severity(),
                finding.cwes(),
                finding.title(),
                place == null ? "" : place.path(),
                place == null ? 0 : place.startLine(),
                null,
                null,
                Facts.FindingFacts.Status.OPEN);
    }
}
