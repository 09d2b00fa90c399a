package dev.touchstone.server.delivery.intake;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.formats.SarifSink;
import dev.touchstone.server.delivery.findings.Findings;
import dev.touchstone.server.delivery.findings.KnownBefore;
import dev.touchstone.server.delivery.findings.Merge;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.NewRun;
import dev.touchstone.server.delivery.runs.PlannedRun;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.delivery.runs.Runs;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands what a reader reads to the merge of its tool; several runs of one tool are one look. */
final class MergeSink implements SarifSink {

    private static final Map<String, ScannerKind> KINDS =
            Map.ofEntries(
                    Map.entry("touchstone secrets", ScannerKind.SECRETS),
                    Map.entry("touchstone infrastructure", ScannerKind.IAC),
                    Map.entry("gitleaks", ScannerKind.SECRETS),
                    Map.entry("trufflehog", ScannerKind.SECRETS),
                    Map.entry("detect-secrets", ScannerKind.SECRETS),
                    Map.entry("checkov", ScannerKind.IAC),
                    Map.entry("kics", ScannerKind.IAC),
                    Map.entry("tfsec", ScannerKind.IAC),
                    Map.entry("hadolint", ScannerKind.IAC),
                    Map.entry("kubescape", ScannerKind.IAC),
                    Map.entry("trivy", ScannerKind.SCA),
                    Map.entry("grype", ScannerKind.SCA),
                    Map.entry("osv-scanner", ScannerKind.SCA),
                    Map.entry("dependency-check", ScannerKind.SCA),
                    Map.entry("zap", ScannerKind.DAST),
                    Map.entry("nuclei", ScannerKind.DAST));

    private final Runs runs;
    private final Findings findings;
    private final About about;
    private final Line line;
    private final long reportNumber;
    private final Instant startedAt;
    private final Map<String, Merge> merges = new LinkedHashMap<>();
    private @Nullable Merge current;
    private @Nullable Expected expected;

    /** The comparison that most likely comes: with the one tool that looked at this line before. */
    private record Expected(PlannedRun plan, KnownBefore known) {

        boolean serves(PlannedRun other) {
            return plan.seriesId() == other.seriesId()
                    && Objects.equals(plan.base(), other.base())
                    && plan.history() == other.history();
        }
    }

    MergeSink(
            Runs runs,
            Findings findings,
            About about,
            Line line,
            long reportNumber,
            Instant startedAt) {
        this.runs = runs;
        this.findings = findings;
        this.about = about;
        this.line = line;
        this.reportNumber = reportNumber;
        this.startedAt = startedAt;
    }

    /** Reads what the report will be compared with while the report is checked. */
    void expect() {
        List<Run> heads = runs.heads(line.applicationId(), line.id());
        if (heads.size() != 1) return;
        Run head = heads.getFirst();
        if (!head.scope().equals(about.scopeJson())) return;
        PlannedRun plan =
                plan(new ReportedRun(head.tool(), head.toolVersion(), head.ruleDigest(), true));
        expected = new Expected(plan, findings.known(plan));
    }

    @Override
    public void run(ReportedRun reported) {
        current = merges.computeIfAbsent(reported.tool(), tool -> begin(reported));
        if (!reported.complete()) current.sawOnlyAPart();
    }

    @Override
    public void finding(ReportedFinding finding) {
        Objects.requireNonNull(current, "a finding stands before its run").add(finding);
    }

    List<Run> finish() {
        return merges.values().stream().map(Merge::finish).toList();
    }

    private Merge begin(ReportedRun reported) {
        PlannedRun plan = plan(reported);
        Expected ahead = expected;
        expected = null;
        return ahead != null && ahead.serves(plan)
                ? findings.merge(plan, about.renames(), ahead.known())
                : findings.merge(plan, about.renames());
    }

    private PlannedRun plan(ReportedRun reported) {
        return runs.plan(
                new NewRun(
                        line,
                        about.commit(),
                        reported.tool(),
                        reported.toolVersion(),
                        about.ruleDigest() == null ? reported.ruleDigest() : about.ruleDigest(),
                        about.kind() == null ? kind(reported.tool()) : about.kind(),
                        about.complete(),
                        about.scopeJson(),
                        reportNumber,
                        startedAt));
    }

    /** Scanners of source code are the rule among those that write this format. */
    private static ScannerKind kind(String tool) {
        String name = tool.toLowerCase(Locale.ROOT);
        return KINDS.entrySet().stream()
                .filter(entry -> name.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ScannerKind.SAST);
    }
}
