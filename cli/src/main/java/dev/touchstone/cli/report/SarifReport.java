package dev.touchstone.cli.report;

import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.cli.scan.ToolRun;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.formats.SarifWriter;
import dev.touchstone.scanners.secrets.SameSecrets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One SARIF file with one run for each tool. */
public final class SarifReport {

    /** Tells that two secrets are the same; stays on this machine. */
    public static final String SAME_SECRET = SameSecrets.MARK;

    private SarifReport() {}

    public static void write(ScanResult result, OutputStream out) throws IOException {
        SarifWriter.write(
                result.runs().stream()
                        .filter(SarifReport::isTold)
                        .map(run -> run(result, run))
                        .toList(),
                out);
    }

    /**
     * Whether the run says something. A tool of static analysis that found nothing of its kind in
     * the tree has looked at nothing; one that was not run is told as incomplete.
     */
    public static boolean isTold(ToolRun run) {
        return switch (run.outcome()) {
            case ToolRun.Outcome.Looked ignored ->
                    run.kind() != ScannerKind.SAST || run.rules().isEmpty() || run.files() > 0;
            case ToolRun.Outcome.NotRun ignored -> true;
            case ToolRun.Outcome.Failed ignored -> true;
            case ToolRun.Outcome.Off ignored -> true;
        };
    }

    private static SarifWriter.Run run(ScanResult result, ToolRun run) {
        var help = new TreeMap<String, String>();
        run.rules()
                .forEach((id, rule) -> help.put(id, rule.why().en() + "\n\n" + rule.mend().en()));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("touchstone/scope", ScopeAccount.of(result, run));
        properties.put("touchstone/outcome", outcome(run));
        return new SarifWriter.Run(
                new ReportedRun(run.tool(), run.version(), digest(run), run.isComplete()),
                run.findings().stream().map(SarifReport::withoutSecretIdentity).toList(),
                help,
                properties);
    }

    /** A tool that was not run has no rules: all zeros, which no set of rules has. */
    private static String digest(ToolRun run) {
        return run.ruleDigest().isEmpty() ? "0".repeat(64) : run.ruleDigest();
    }

    private static String outcome(ToolRun run) {
        return switch (run.outcome()) {
            case ToolRun.Outcome.Looked(boolean complete) -> complete ? "COMPLETE" : "PARTIAL";
            case ToolRun.Outcome.NotRun not -> "NOT_RUN " + not.cause();
            case ToolRun.Outcome.Off ignored -> "OFF";
            case ToolRun.Outcome.Failed failed -> "FAILED " + failed.failure();
        };
    }

    /** Without what would let others compare secrets. */
    static ReportedFinding withoutSecretIdentity(ReportedFinding finding) {
        if (!finding.fingerprints().containsKey(SAME_SECRET)) {
            return finding;
        }
        Map<String, String> fingerprints = new TreeMap<>(finding.fingerprints());
        fingerprints.remove(SAME_SECRET);
        return new ReportedFinding(
                finding.ruleId(),
                finding.severity(),
                finding.title(),
                finding.message(),
                finding.cwes(),
                finding.locations(),
                finding.flow(),
                fingerprints,
                finding.helpUri(),
                finding.suppressed());
    }

    /** For those who read the findings of all tools in one list. */
    static List<ReportedFinding> findings(ScanResult result) {
        return result.runs().stream()
                .flatMap(run -> run.findings().stream())
                .map(SarifReport::withoutSecretIdentity)
                .toList();
    }
}
