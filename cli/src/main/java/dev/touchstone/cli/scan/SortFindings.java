package dev.touchstone.cli.scan;

import dev.touchstone.cli.settings.Settings;
import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Keeps findings and removed ones apart, as comments and settings say, in one order. */
final class SortFindings {

    private static final Comparator<CodeLocation> PLACE =
            Comparator.comparing(CodeLocation::path)
                    .thenComparingInt(CodeLocation::startLine)
                    .thenComparingInt(CodeLocation::startColumn);
    private static final Comparator<ReportedFinding> ORDER =
            Comparator.comparing(ReportedFinding::primaryLocation, Comparator.nullsFirst(PLACE))
                    .thenComparing(ReportedFinding::ruleId)
                    .thenComparing(ReportedFinding::message)
                    .thenComparing(finding -> new TreeMap<>(finding.fingerprints()).toString());

    private final String tool;
    private final Settings settings;
    private final List<ReportedFinding> findings = new ArrayList<>();
    private final List<Removed> removed = new ArrayList<>();

    SortFindings(String tool, Settings settings) {
        this.tool = tool;
        this.settings = settings;
    }

    void found(List<ReportedFinding> found) {
        for (var finding : found) {
            var set = settings.rule(finding.ruleId()).orElse(null);
            if (set == null) {
                findings.add(finding);
            } else if (set.off()) {
                removed.add(new Removed(tool, finding, Removed.By.SETTINGS, set.reason()));
            } else {
                findings.add(set.severity() == null ? finding : graded(finding, set.severity()));
            }
        }
    }

    void ignored(ReportedFinding finding, String reason) {
        removed.add(new Removed(tool, finding, Removed.By.COMMENT, reason));
    }

    void removed(ReportedFinding finding, String reason) {
        removed.add(new Removed(tool, finding, Removed.By.SETTINGS, reason));
    }

    List<ReportedFinding> findings() {
        return findings.stream().sorted(ORDER).toList();
    }

    List<Removed> removed() {
        return removed.stream().sorted(Comparator.comparing(Removed::finding, ORDER)).toList();
    }

    private static ReportedFinding graded(ReportedFinding finding, Severity severity) {
        return new ReportedFinding(
                finding.ruleId(),
                severity,
                finding.title(),
                finding.message(),
                finding.cwes(),
                finding.locations(),
                finding.flow(),
                finding.fingerprints(),
                finding.helpUri(),
                finding.suppressed());
    }
}
