package dev.touchstone.cli.report;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.Texts;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.cli.scan.ToolRun;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.engine.policy.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A scan's result as one page that needs nothing else: no script, no address, both languages. */
public final class HtmlReport {

    private static final String STYLE = style();

    private final HtmlPage page = new HtmlPage();
    private final ScanResult result;

    private HtmlReport(ScanResult result) {
        this.result = result;
    }

    /**
     * @param chosen the language that is shown first
     * @param decision as the gate writes it
     */
    public static String of(
            Texts chosen, ScanResult result, List<WorkItem> items, JsonNode decision) {
        var report = new HtmlReport(result);
        report.head(chosen);
        report.verdict(decision);
        report.lookedAt();
        report.items(items);
        new HtmlScope(report.page).write(result);
        report.page.raw("</main></body></html>\n");
        return report.page.toString();
    }

    private void head(Texts chosen) {
        var chinese = chosen.isChinese();
        page.raw("<!doctype html><html lang=\"" + chosen.languageTag() + "\"><head>")
                .raw("<meta charset=\"utf-8\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw(
                        "style-src 'sha256-"
                                + hash(STYLE)
                                + "'; base-uri 'none'; form-action 'none'\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .raw("<meta name=\"referrer\" content=\"no-referrer\"><title>")
                .text(chosen.get("html.title", result.root().getFileName()))
                .raw("</title><style>" + STYLE + "</style></head><body>")
                .raw("<input type=\"radio\" name=\"lang\" id=\"zh\"" + checked(chinese) + ">")
                .raw("<input type=\"radio\" name=\"lang\" id=\"en\"" + checked(!chinese) + ">")
                .raw("<nav><label for=\"zh\" lang=\"zh-CN\">中文</label>")
                .raw("<label for=\"en\" lang=\"en\">English</label></nav><main><h1>")
                .both("html.title", Objects.toString(result.root().getFileName(), "/"))
                .raw("</h1>");
        if (result.commit() != null) {
            page.raw("<p class=\"dim\">").both("html.commit", result.commit()).raw("</p>");
        }
    }

    private static String checked(boolean is) {
        return is ? " checked" : "";
    }

    private void verdict(JsonNode decision) {
        var verdict = decision.path("verdict").asString("");
        page.raw("<p class=\"verdict " + HtmlPage.escaped(verdict) + "\">")
                .both("verdict." + verdict)
                .raw("</p><table>");
        for (var rule : decision.path("rules")) {
            var word = rule.path("verdict").asString("");
            page.raw("<tr><td class=\"" + HtmlPage.escaped(word) + "\">")
                    .both("verdict." + word)
                    .raw("</td><td><code>")
                    .text(rule.path("id").asString(""))
                    .raw("</code></td><td>")
                    .both(both(rule.path("title")))
                    .raw("<br><span class=\"dim\">")
                    .both(both(rule.path("why")))
                    .raw("</span></td></tr>");
        }
        page.raw("</table>");
    }

    private static Text both(JsonNode text) {
        return new Text(text.path("zh").asString(""), text.path("en").asString(""));
    }

    private void lookedAt() {
        page.raw("<h2>")
                .both("html.lookedAt", result.files(), Math.round(result.bytes() / 1e5) / 10.0)
                .raw("</h2><table>");
        result.runs().forEach(this::tool);
        var bill = result.bill();
        if (bill != null) {
            page.raw("<tr><td>")
                    .both("summary.bill")
                    .raw("</td><td>")
                    .both(
                            "summary.components",
                            bill.contents().parts().size(),
                            bill.sources().size())
                    .raw("</td></tr>");
        }
        page.raw("</table>");
    }

    private void tool(ToolRun run) {
        page.raw("<tr><td>").text(run.tool() + " " + run.version()).raw("</td><td>");
        switch (run.outcome()) {
            case ToolRun.Outcome.Looked(boolean complete) ->
                    page.bothWith(
                            "summary.found",
                            texts ->
                                    new Object[] {
                                        run.findings().size(),
                                        texts.get(complete ? "word.complete" : "word.partial")
                                    });
            case ToolRun.Outcome.NotRun not ->
                    page.bothWith(
                            "summary.notRun",
                            texts ->
                                    new Object[] {texts.get("cause." + not.cause(), not.detail())});
            case ToolRun.Outcome.Off off -> page.both("summary.off", off.reason());
            case ToolRun.Outcome.Failed failed ->
                    page.bothWith(
                            "summary.failed",
                            texts ->
                                    new Object[] {
                                        texts.get("failure." + failed.failure(), failed.detail()),
                                        failed.log()
                                    });
        }
        for (var notice : run.notices()) {
            page.raw("<br><span class=\"dim\">")
                    .both("notice." + notice.kind(), notice.detail())
                    .raw("</span>");
        }
        page.raw("</td></tr>");
    }

    private void items(List<WorkItem> items) {
        var findings = items.stream().mapToInt(item -> item.findings().size()).sum();
        page.raw("<h2>");
        if (items.isEmpty()) {
            page.both("summary.nothing");
        } else {
            page.both("summary.mend", items.size(), findings);
        }
        page.raw("</h2>");
        items.forEach(this::item);
    }

    private void item(WorkItem item) {
        page.raw("<details><summary><b class=\"" + item.severity().name() + "\">")
                .both("severity." + item.severity())
                .raw("</b> <code>")
                .text(item.rule())
                .raw("</code> ")
                .both(item.title())
                .raw(" ");
        var only = item.findings().getFirst().primaryLocation();
        if (item.findings().size() > 1) {
            page.both("summary.places", item.findings().size());
        } else if (only != null) {
            page.raw("<code>").text(only.display()).raw("</code>");
        }
        page.raw(" <span class=\"dim\">");
        if (item.precision() == null) {
            page.both("gate.precisionUnknown");
        } else {
            page.both(
                    "gate.precision",
                    Math.round(item.precision().value() * 100),
                    item.precision().judged());
        }
        page.raw("</span></summary>");
        if (item.why() != null && item.mend() != null) {
            page.raw("<p>").both(item.why()).raw("</p><p><b>");
            page.both("summary.how").raw("</b> ").both(item.mend()).raw("</p>");
        }
        item.findings().forEach(this::finding);
        page.raw("</details>");
    }

    private void finding(ReportedFinding finding) {
        var place = finding.primaryLocation();
        page.raw("<p><code>")
                .text(place == null ? "-" : place.display())
                .raw("</code><br>")
                .text(finding.message())
                .raw("</p>");
        if (place != null && place.snippet() != null) {
            page.element("pre", place.snippet());
        }
    }

    private static String hash(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String style() {
        try (var in = Terminal.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
