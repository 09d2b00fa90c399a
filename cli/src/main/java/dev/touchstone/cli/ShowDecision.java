package dev.touchstone.cli;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A gate decision as lines for people; the same for the platform's and the local one. */
final class ShowDecision {

    private static final int SHOWN_HITS = 8;

    private final Terminal terminal;

    ShowDecision(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(JsonNode decision) {
        var id = decision.path("id").asString("");
        terminal.say(
                "gate.verdict",
                word(decision.path("verdict").asString("")),
                id.isEmpty() ? terminal.text("gate.local") : id,
                decision.path("policy").path("id").asString("")
                        + " "
                        + decision.path("policy").path("version").asString(""));
        for (var rule : decision.path("rules")) {
            showRule(rule);
        }
        var byDefault = decision.path("defaultVerdict").asString("");
        if (!byDefault.isEmpty()) {
            terminal.say("gate.default", word(byDefault));
            for (var rule : decision.path("byDefault").path("rules")) {
                if (!rule.path("verdict").asString("").equals("PASS")) {
                    terminal.line(
                            "  %s  %s  %s"
                                    .formatted(
                                            word(rule.path("verdict").asString("")),
                                            rule.path("id").asString(""),
                                            text(rule.path("why"))));
                }
            }
        }
        if (!decision.path("next").isEmpty()) {
            terminal.say("gate.next");
            StreamSupport.stream(decision.path("next").spliterator(), false)
                    .limit(SHOWN_HITS)
                    .forEach(
                            step ->
                                    terminal.line(
                                            "  "
                                                    + step.path("where").asString("")
                                                    + "  "
                                                    + text(step.path("what"))));
        }
    }

    private void showRule(JsonNode rule) {
        terminal.line(
                "%s  %s  %s"
                        .formatted(
                                word(rule.path("verdict").asString("")),
                                rule.path("id").asString(""),
                                text(rule.path("title"))));
        if (rule.path("verdict").asString("").equals("PASS")) {
            return;
        }
        terminal.line("      " + text(rule.path("why")));
        var hits = rule.path("hits");
        StreamSupport.stream(hits.spliterator(), false)
                .limit(SHOWN_HITS)
                .forEach(hit -> terminal.line("      " + line(hit)));
        var more = rule.path("hitCount").asInt(hits.size()) - SHOWN_HITS;
        if (more > 0) {
            terminal.say("gate.more", more);
        }
    }

    private String line(JsonNode hit) {
        var place = hit.path("path").asString("");
        var line = hit.path("line").asInt(0);
        var precision = hit.path("precision");
        return "%s  %s  %s%s  %s"
                .formatted(
                        hit.path("finding").asString(""),
                        hit.path("rule").asString(""),
                        place,
                        line > 0 ? ":" + line : "",
                        precision.isObject()
                                ? terminal.text(
                                        "gate.precision",
                                        Math.round(precision.path("value").asDouble() * 100),
                                        precision.path("judgements").asInt())
                                : terminal.text("gate.precisionUnknown"))
                .strip();
    }

    private String word(String verdict) {
        return verdict.isEmpty() ? "" : terminal.text("verdict." + verdict);
    }

    /** A text in both languages, or one that the platform has chosen already. */
    private String text(JsonNode text) {
        return Lines.plain(
                text.isObject()
                        ? text.path(terminal.texts().isChinese() ? "zh" : "en").asString("")
                        : text.asString(""));
    }
}
