package dev.touchstone.cli.report;

import dev.touchstone.cli.StyledLine.Style;
import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.scan.Removed;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.cli.scan.ToolRun;
import dev.touchstone.scanners.bills.MadeBill;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a scan looked at, what it did not look at, and what settings and comments removed. */
final class SummaryScope {

    private static final int SHOWN = 3;
    private static final int NAME_COLUMNS = 26;

    private final Terminal terminal;
    private final boolean all;

    SummaryScope(Terminal terminal, boolean all) {
        this.terminal = terminal;
        this.all = all;
    }

    void show(ScanResult result, long seconds) {
        head("summary.lookedAt", result.files(), megabytes(result.bytes()), result.root(), seconds);
        result.runs().forEach(this::tool);
        bill(result.bill());
        leftOut(result.notLookedAt());
        removed(result);
        settings(result);
    }

    private void tool(ToolRun run) {
        var name = DisplayWidth.padded(run.tool() + " " + run.version(), NAME_COLUMNS);
        switch (run.outcome()) {
            case ToolRun.Outcome.Looked(boolean complete) ->
                    tool(
                            complete ? Style.GREEN : Style.YELLOW,
                            name,
                            terminal.text(
                                    "summary.found",
                                    run.findings().size(),
                                    terminal.text(complete ? "word.complete" : "word.partial")));
            case ToolRun.Outcome.NotRun not ->
                    tool(
                            Style.YELLOW,
                            name,
                            terminal.text(
                                    "summary.notRun",
                                    terminal.text("cause." + not.cause(), not.detail())));
            case ToolRun.Outcome.Off off ->
                    tool(Style.YELLOW, name, terminal.text("summary.off", off.reason()));
            case ToolRun.Outcome.Failed failed ->
                    tool(
                            Style.RED,
                            name,
                            terminal.text(
                                    "summary.failed",
                                    terminal.text("failure." + failed.failure(), failed.detail()),
                                    failed.log()));
        }
        run.notices()
                .forEach(
                        notice ->
                                terminal.styled()
                                        .add("    ")
                                        .add(
                                                terminal.text(
                                                        "notice." + notice.kind(), notice.detail()))
                                        .print());
    }

    private void bill(@Nullable MadeBill bill) {
        if (bill != null) {
            tool(
                    Style.GREEN,
                    DisplayWidth.padded(terminal.text("summary.bill"), NAME_COLUMNS),
                    terminal.text(
                            "summary.components",
                            bill.contents().parts().size(),
                            bill.sources().size()));
        }
    }

    private void tool(Style style, String name, String text) {
        terminal.styled().add("  ").add(style, name).add("  ").add(text).print();
    }

    private void leftOut(List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        var byReason = new EnumMap<LeftOut.Reason, List<LeftOut>>(LeftOut.Reason.class);
        for (var each : leftOut) {
            byReason.computeIfAbsent(each.reason(), key -> new ArrayList<>()).add(each);
        }
        head("summary.notLookedAt");
        byReason.forEach(
                (reason, those) -> {
                    var shown =
                            those.stream()
                                    .limit(all ? those.size() : SHOWN)
                                    .map(SummaryScope::named)
                                    .toList();
                    terminal.styled()
                            .add("  ")
                            .add(terminal.text("left." + reason, those.size()))
                            .add(Style.DIM, "  " + String.join(", ", shown))
                            .add(Style.DIM, shown.size() < those.size() ? " …" : "")
                            .print();
                });
    }

    private static String named(LeftOut each) {
        return each.detail().isEmpty() ? each.path() : each.path() + " (" + each.detail() + ")";
    }

    private void removed(ScanResult result) {
        if (result.excluded().isEmpty() && result.removed().isEmpty()) {
            return;
        }
        head("summary.removed", result.excluded().size(), result.removed().size());
        var excluded = new TreeMap<String, Integer>();
        result.excluded().forEach(each -> excluded.merge(each.detail(), 1, Integer::sum));
        excluded.forEach((reason, count) -> terminal.say("summary.excluded", count, reason));
        result.removed().stream().limit(all ? Integer.MAX_VALUE : SHOWN).forEach(this::removed);
        var more = result.removed().size() - SHOWN;
        if (!all && more > 0) {
            terminal.say("summary.moreRemoved", more);
        }
    }

    private void removed(Removed removed) {
        var place = removed.finding().primaryLocation();
        terminal.styled()
                .add("  ")
                .add(Style.CYAN, place == null ? "-" : place.display())
                .add("  " + removed.finding().ruleId() + "  ")
                .add(Style.DIM, terminal.text("removed." + removed.by(), removed.reason()))
                .print();
    }

    private void settings(ScanResult result) {
        var holding = result.settings();
        if (holding.base() != null) {
            terminal.say("summary.baseSettings", holding.base().substring(0, 12));
        }
        if (Boolean.TRUE.equals(holding.changed())) {
            terminal.say("summary.settingsChanged");
            holding.changes().forEach(change -> terminal.styled().add("    " + change).print());
        }
        holding.faults().forEach(fault -> terminal.fault("touchstone.yml", fault));
    }

    private void head(String key, Object... values) {
        terminal.line("");
        terminal.styled().add(Style.BOLD, terminal.text(key, values)).print();
    }

    private static String megabytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f", bytes / 1e6);
    }
}
