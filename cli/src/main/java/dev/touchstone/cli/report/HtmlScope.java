package dev.touchstone.cli.report;

import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/** The part of the page that says what was not looked at and what was removed. */
final class HtmlScope {

    private static final int MOST = 1_000;

    private final HtmlPage page;

    HtmlScope(HtmlPage page) {
        this.page = page;
    }

    void write(ScanResult result) {
        notLookedAt(result.notLookedAt());
        removed(result);
        changes(result);
    }

    private void notLookedAt(List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        page.raw("<h2>").both("summary.notLookedAt").raw("</h2>");
        var byReason = new EnumMap<LeftOut.Reason, List<LeftOut>>(LeftOut.Reason.class);
        for (var each : leftOut) {
            byReason.computeIfAbsent(each.reason(), key -> new ArrayList<>()).add(each);
        }
        byReason.forEach(
                (reason, those) -> {
                    page.raw("<details><summary>")
                            .both("left." + reason, those.size())
                            .raw("</summary><ul>");
                    those.stream().limit(MOST).forEach(this::path);
                    page.raw("</ul></details>");
                });
    }

    private void path(LeftOut each) {
        page.raw("<li><code>")
                .text(each.path())
                .raw("</code> <span class=\"dim\">")
                .text(each.detail())
                .raw("</span></li>");
    }

    private void removed(ScanResult result) {
        if (result.excluded().isEmpty() && result.removed().isEmpty()) {
            return;
        }
        page.raw("<h2>")
                .both("summary.removed", result.excluded().size(), result.removed().size())
                .raw("</h2><ul>");
        var excluded = new TreeMap<String, Integer>();
        result.excluded().forEach(each -> excluded.merge(each.detail(), 1, Integer::sum));
        excluded.forEach(
                (reason, count) ->
                        page.raw("<li>").both("summary.excluded", count, reason).raw("</li>"));
        result.removed().stream()
                .limit(MOST)
                .forEach(
                        each -> {
                            var place = each.finding().primaryLocation();
                            page.raw("<li><code>")
                                    .text(place == null ? "-" : place.display())
                                    .raw("</code> ")
                                    .text(each.finding().ruleId())
                                    .raw(" <span class=\"dim\">")
                                    .both("removed." + each.by(), each.reason())
                                    .raw("</span></li>");
                        });
        page.raw("</ul>");
    }

    private void changes(ScanResult result) {
        if (!Boolean.TRUE.equals(result.settings().changed())) {
            return;
        }
        page.raw("<h2>").both("summary.settingsChanged").raw("</h2><ul>");
        result.settings()
                .changes()
                .forEach(change -> page.raw("<li><code>").text(change).raw("</code></li>"));
        page.raw("</ul>");
    }
}
