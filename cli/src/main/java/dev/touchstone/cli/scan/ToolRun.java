package dev.touchstone.cli.scan;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.scanners.Readiness;
import dev.touchstone.scanners.ScanOutcome;
import dev.touchstone.scanners.ScannerRule;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one tool looked at and found.
 *
 * @param files how many it looked at
 * @param rules what it can say about its rules, by id; empty for a program of others
 */
public record ToolRun(
        ScannerKind kind,
        String tool,
        String version,
        String ruleDigest,
        Outcome outcome,
        int files,
        List<ReportedFinding> findings,
        List<Removed> removed,
        List<LeftOut> leftOut,
        List<ScanOutcome.Notice> notices,
        Map<String, ScannerRule> rules) {

    /** The tool that looks at what the newest commit no longer has. */
    public static final String HISTORY = "Touchstone secrets history";

    public ToolRun {
        findings = List.copyOf(findings);
        removed = List.copyOf(removed);
        leftOut =
                leftOut.stream()
                        .sorted(
                                Comparator.comparing(LeftOut::path)
                                        .thenComparing(LeftOut::reason)
                                        .thenComparing(LeftOut::detail))
                        .toList();
        notices = List.copyOf(notices);
        rules = new TreeMap<>(rules);
    }

    /** One that did not look. */
    static ToolRun without(ScannerKind kind, String tool, String version, Outcome outcome) {
        return new ToolRun(
                kind, tool, version, "", outcome, 0, List.of(), List.of(), List.of(), List.of(),
                Map.of());
    }

    ToolRun with(List<ReportedFinding> others) {
        return new ToolRun(
                kind,
                tool,
                version,
                ruleDigest,
                outcome,
                files,
                others,
                removed,
                leftOut,
                notices,
                rules);
    }

    /** How it ended. */
    public sealed interface Outcome {

        /**
         * @param complete false when it could not look at a part
         */
        record Looked(boolean complete) implements Outcome {}

        /** It was not run, and nothing is claimed. */
        record NotRun(Readiness.Cause cause, String detail) implements Outcome {}

        /** The settings switch it off. */
        record Off(String reason) implements Outcome {}

        record Failed(ScanOutcome.Failure failure, String detail, String log) implements Outcome {}
    }

    /** Whether the absence of a finding says something. */
    public boolean isComplete() {
        return outcome instanceof Outcome.Looked(boolean complete) && complete;
    }
}
