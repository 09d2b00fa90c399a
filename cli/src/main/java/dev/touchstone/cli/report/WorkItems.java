package dev.touchstone.cli.report;

import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.cli.scan.ToolRun;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Groups findings into things to mend, what to mend first before the rest. */
public final class WorkItems {

    private static final Comparator<WorkItem> ORDER =
            Comparator.comparing((WorkItem item) -> !item.isPrecise())
                    .thenComparing(WorkItem::severity, Comparator.reverseOrder())
                    .thenComparing(item -> -share(item))
                    .thenComparing(item -> -item.findings().size())
                    .thenComparing(WorkItem::tool)
                    .thenComparing(WorkItem::rule)
                    .thenComparing(WorkItems::firstPlace);

    private final Map<String, WorkItem.Precision> precision = new TreeMap<>();

    /**
     * @param measured several rows of one rule are added up
     */
    public WorkItems(List<Facts.PrecisionFacts> measured) {
        for (var each : measured) {
            precision.merge(
                    each.tool() + "\n" + each.rule(),
                    new WorkItem.Precision(each.truePositives(), each.judgements()),
                    (a, b) ->
                            new WorkItem.Precision(a.right() + b.right(), a.judged() + b.judged()));
        }
    }

    public List<WorkItem> of(ScanResult result) {
        var items = new ArrayList<WorkItem>();
        for (var run : result.runs()) {
            var groups = new TreeMap<String, List<ReportedFinding>>();
            for (var finding : run.findings()) {
                groups.computeIfAbsent(group(finding), key -> new ArrayList<>()).add(finding);
            }
            groups.values().forEach(group -> items.add(item(run, group)));
        }
        items.sort(ORDER);
        return List.copyOf(items);
    }

    /** Findings of one rule belong together; of secrets only those with the same value. */
    private static String group(ReportedFinding finding) {
        var same = finding.fingerprints().get(SarifReport.SAME_SECRET);
        return finding.ruleId() + "\n" + finding.severity() + "\n" + (same == null ? "" : same);
    }

    private WorkItem item(ToolRun run, List<ReportedFinding> group) {
        var first = group.getFirst();
        var rule = run.rules().get(first.ruleId());
        return new WorkItem(
                run.tool(),
                first.ruleId(),
                first.severity(),
                rule == null ? new Text(first.title(), first.title()) : rule.title(),
                precision.get(run.tool() + "\n" + first.ruleId()),
                group,
                rule == null ? null : rule.why(),
                rule == null ? null : rule.mend());
    }

    /** The highest severity of all; null when there is nothing to mend. */
    public static @Nullable Severity worst(List<WorkItem> items) {
        return items.stream().map(WorkItem::severity).max(Comparator.naturalOrder()).orElse(null);
    }

    private static double share(WorkItem item) {
        return item.precision() == null ? 0 : item.precision().value();
    }

    private static String firstPlace(WorkItem item) {
        var place = item.findings().getFirst().primaryLocation();
        return place == null ? "" : place.display();
    }
}
