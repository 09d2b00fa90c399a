package dev.touchstone.cli.report;

import dev.touchstone.cli.Lines;
import dev.touchstone.cli.StyledLine.Style;
import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.contract.Severity;
import java.util.List;

/** The result of a scan on one screen: what to mend first, what was looked at, what was not. */
public final class Summary {

    private static final int SHOWN_ITEMS = 10;
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
        } else {
            head("summary.mend", items.size(), count(items));
            items.stream().limit(all ? items.size() : SHOWN_ITEMS).forEach(this::item);
            if (!all && items.size() > SHOWN_ITEMS) {
                terminal.say("summary.moreItems", items.size() - SHOWN_ITEMS);
            }
        }
    }

    private void item(WorkItem item) {
        var places = item.findings().size();
        terminal.styled()
                .add("  ")
                .add(colour(item.severity()), terminal.text("severity." + item.severity()))
                .add("  ")
                .add(Style.BOLD, DisplayWidth.padded(Lines.plain(item.rule()), RULE_COLUMNS))
                .add("  ")
                .add(Lines.plain(terminal.text(item.title())))
                .add(places > 1 ? "  " + terminal.text("summary.places", places) : "")
                .add(Style.DIM, "  " + precision(item))
                .print();
        item.findings().stream()
                .limit(all ? places : SHOWN_PLACES)
                .forEach(
                        finding -> {
                            var place = finding.primaryLocation();
                            line(
                                    Style.CYAN,
                                    place == null ? "-" : place.display(),
                                    item.mend() == null ? "" : finding.message());
                        });
        if (!all && places > SHOWN_PLACES) {
            line(Style.DIM, terminal.text("summary.morePlaces", places - SHOWN_PLACES), "");
        }
        if (item.mend() != null) {
            line(Style.GREEN, terminal.text("summary.how"), terminal.text(item.mend()));
        }
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
