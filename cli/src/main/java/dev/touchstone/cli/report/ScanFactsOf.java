package dev.touchstone.cli.report;

import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.ShippedPack;
import dev.touchstone.engine.policy.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scan without the platform knows: no history, so nothing is new and nothing is old. */
public final class ScanFactsOf {

    private final ScanResult result;
    private final Instant at;
    private final Stage stage;

    /**
     * @param at the moment of judging
     */
    public ScanFactsOf(ScanResult result, Instant at, Stage stage) {
        this.result = result;
        this.at = at;
        this.stage = stage;
    }

    /**
     * @param digest of the report that holds the runs
     */
    public Facts facts(String digest) {
        var runs = new ArrayList<Facts.RunFacts>();
        var findings = new ArrayList<Facts.FindingFacts>();
        for (var run : result.runs()) {
            if (!SarifReport.isTold(run)) {
                continue;
            }
            runs.add(
                    new Facts.RunFacts(
                            "local-" + (runs.size() + 1),
                            run.kind(),
                            run.tool(),
                            run.version(),
                            run.ruleDigest(),
                            result.commit(),
                            run.isComplete(),
                            at,
                            digest));
            for (var finding : run.findings()) {
                findings.add(fact("F-" + (findings.size() + 1), run.tool(), finding));
            }
        }
        return new Facts(
                at,
                stage,
                Facts.ApplicationFacts.UNKNOWN,
                new Facts.Change(null, null, result.commit(), Facts.MergeBase.NONE),
                runs,
                runs.isEmpty() ? null : findings,
                ShippedPack.ofDefaults().precision(),
                List.of(),
                ScopeAccount.facts(result));
    }

    private static Facts.FindingFacts fact(
            String id, @Nullable String tool, ReportedFinding finding) {
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
