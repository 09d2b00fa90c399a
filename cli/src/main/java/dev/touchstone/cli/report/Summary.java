package dev.touchstone.cli.report;

import dev.touchstone.cli.Lines;
import dev.touchstone.cli.StyledLine.Style;
import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.cli.scan.ToolRun;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The result of a scan on one screen: what to mend first, what was looked at, what was not. */
public final class Summary {

    private static final int SHOWN_RULES = 10;
    private static final int SHOWN_PLACES = 3;
    private static final int RULE_COLUMNS = 30;

    private final Terminal terminal;
    private final boolean all;

    /**
     * @param all false shows what fits on a screen and says how much more there is
     */
    public Summary(Terminal terminal, boolean all) {
        this.terminal = terminal;
        this.all = all;
    }

    public void show(ScanResult result, List<WorkItem> items, long seconds) {
        new SummaryScope(terminal, all).show(result, seconds);
        items(items);
    }

    void items(List<WorkItem> items) {
        if (items.isEmpty()) {
            head("summary.nothing");
            return;
        }
        head("summary.mend", items.size(), count(items));
        var groups = byRule(items);
        var shown = groups.stream().limit(all ? groups.size() : SHOWN_RULES).toList();
        shown.forEach(this::rule);
        var more = items.size() - shown.stream().mapToInt(List::size).sum();
        if (more > 0) {
            terminal.say("summary.moreItems", more);
        }
    }

    /** Of one rule: each a different secret, mended in the same way. */
    private static List<List<WorkItem>> byRule(List<WorkItem> items) {
        var groups = new LinkedHashMap<String, List<WorkItem>>();
        for (var item : items) {
            var rule = item.tool() + "\n" + item.rule() + "\n" + item.severity();
            groups.computeIfAbsent(rule, key -> new ArrayList<>()).add(item);
        }
        return List.copyOf(groups.values());
    }

    private void rule(List<WorkItem> items) {
        var first = items.getFirst();
        var places = count(items);
        terminal.styled()
                .add("  ")
                .add(colour(first.severity()), terminal.text("severity." + first.severity()))
                .add("  ")
                .add(Style.BOLD, DisplayWidth.padded(Lines.plain(first.rule()), RULE_COLUMNS))
                .add("  ")
                .add(Lines.plain(terminal.text(first.title())))
                .add(places > 1 ? "  " + terminal.text("summary.places", places) : "")
                .add(items.size() > 1 ? " " + terminal.text("summary.apart", items.size()) : "")
                .add(Style.DIM, "  " + precision(first))
                .add(isPast(first) ? "  " + terminal.text("summary.past") : "")
                .print();
        items.stream()
                .flatMap(item -> item.findings().stream())
                .limit(all ? places : SHOWN_PLACES)
                .forEach(
                        finding -> {
                            var place = finding.primaryLocation();
                            line(
                                    Style.CYAN,
                                    place == null ? "-" : place.display(),
                                    first.mend() == null ? "" : detail(finding));
                        });
        if (!all && places > SHOWN_PLACES) {
            line(Style.DIM, terminal.text("summary.morePlaces", places - SHOWN_PLACES), "");
        }
        if (first.mend() != null) {
            line(Style.GREEN, terminal.text("summary.how"), terminal.text(first.mend()));
        }
    }

    private static boolean isPast(WorkItem item) {
        return item.tool().equals(ToolRun.HISTORY);
    }

    /**
     * What the heading does not say yet, in no language: the resource, or the line as it may be
     * shown.
     */
    private static String detail(ReportedFinding finding) {
        var place = finding.primaryLocation();
        if (place != null && place.symbol() != null) {
            return place.symbol();
        }
        var code = place == null ? null : place.snippet();
        return code == null
                ? finding.message()
                : code.lines()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private void line(Style style, String begin, String rest) {
        var columns = terminal.columns();
        var plain = Lines.plain(begin);
        var text = rest.isEmpty() ? "" : "  " + Lines.plain(rest);
        var left = columns - 6 - DisplayWidth.of(plain);
        terminal.styled()
                .add("      ")
                .add(style, plain)
                .add(columns == 0 || left < 20 ? text : DisplayWidth.cut(text, left))
                .print();
    }

    private String precision(WorkItem item) {
        return item.precision() == null
                ? terminal.text("gate.precisionUnknown")
                : terminal.text(
                        "gate.precision",
                        Math.round(item.precision().value() * 100),
                        item.precision().judged());
    }

    private void head(String key, Object... values) {
        terminal.line("");
        terminal.styled().add(Style.BOLD, terminal.text(key, values)).print();
    }

    private static int count(List<WorkItem> items) {
        return items.stream().mapToInt(item -> item.findings().size()).sum();
    }

    private static Style colour(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Style.RED;
            case MEDIUM -> Style.YELLOW;
            case LOW, INFO -> Style.PLAIN;
        };
    }
}
