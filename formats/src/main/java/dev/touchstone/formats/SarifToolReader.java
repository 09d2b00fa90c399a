package dev.touchstone.formats;

import dev.touchstone.contract.Severity;
import dev.touchstone.formats.SarifTool.Component;
import dev.touchstone.formats.SarifTool.Marks;
import dev.touchstone.formats.SarifTool.Reference;
import dev.touchstone.formats.SarifTool.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads components, rules, references and property bags. */
final class SarifToolReader {
    private final JsonParser parser;
    private final TooMuch.Budget budget;

    SarifToolReader(JsonParser parser, TooMuch.Budget budget) {
        this.parser = parser;
        this.budget = budget;
    }

    Component component() {
        budget.keep();
        String[] text = new String[4];
        boolean[] comprehensive = {false};
        List<Rule> rules = new ArrayList<>();
        List<Rule> taxa = new ArrayList<>();
        Map<String, String> messages = new HashMap<>();
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "name" -> text[0] = Members.text(parser);
                        case "guid" -> text[1] = Members.text(parser);
                        case "version" -> text[2] = Members.text(parser);
                        case "semanticVersion" -> text[3] = Members.text(parser);
                        case "isComprehensive" -> comprehensive[0] = parser.getBooleanValue();
                        case "rules" -> Members.each(parser, () -> rules.add(rule()));
                        case "taxa" -> Members.each(parser, () -> taxa.add(rule()));
                        case "globalMessageStrings" -> messages.putAll(messages());
                        default -> parser.skipChildren();
                    }
                });
        List<Rule> described = rules.isEmpty() ? taxa : rules;
        Map<String, Rule> byId = new HashMap<>();
        for (Rule rule : described) byId.putIfAbsent(rule.id(), rule);
        return new Component(
                Objects.requireNonNullElse(text[0], ""),
                text[1],
                text[3] != null ? text[3] : text[2],
                comprehensive[0],
                described,
                byId,
                messages);
    }

    private Rule rule() {
        budget.keep();
        String[] text = new String[7];
        Map<String, String> messages = new HashMap<>();
        List<Reference> classes = new ArrayList<>();
        List<Marks> marks = new ArrayList<>();
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "id" -> text[0] = Members.text(parser);
                        case "guid" -> text[1] = Members.text(parser);
                        case "name" -> text[2] = Members.text(parser);
                        case "shortDescription" -> text[3] = words();
                        case "fullDescription" -> text[4] = words();
                        case "helpUri" -> text[5] = Members.text(parser);
                        case "defaultConfiguration" -> text[6] = configuredLevel();
                        case "messageStrings" -> messages.putAll(messages());
                        case "relationships" -> Members.each(parser, () -> relationship(classes));
                        case "properties" -> marks.add(marks());
                        default -> parser.skipChildren();
                    }
                });
        return new Rule(
                Objects.requireNonNullElse(text[0], ""),
                text[1],
                text[2],
                text[3],
                text[4],
                messages,
                text[5],
                text[6],
                marks.isEmpty() ? Marks.NONE : marks.getFirst(),
                classes);
    }

    /** The level of a reportingConfiguration; a rule that is switched off has the level none. */
    @Nullable String configuredLevel() {
        String[] level = new String[1];
        Members.of(
                parser,
                name -> {
                    if (name.equals("level")) level[0] = Members.text(parser);
                    else parser.skipChildren();
                });
        return level[0];
    }

    private void relationship(List<Reference> classes) {
        Members.of(
                parser,
                name -> {
                    if (name.equals("target")) classes.add(reference());
                    else parser.skipChildren();
                });
    }

    Reference reference() {
        budget.keep();
        int[] index = {-1, -1};
        String[] text = new String[4];
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "index" -> index[0] = Members.number(parser, -1);
                        case "id" -> text[0] = Members.text(parser);
                        case "guid" -> text[1] = Members.text(parser);
                        case "toolComponent" ->
                                Members.of(parser, part -> componentMember(part, index, text));
                        default -> parser.skipChildren();
                    }
                });
        return new Reference(index[0], text[0], text[1], index[1], text[2], text[3]);
    }

    private void componentMember(String name, int[] index, @Nullable String[] text) {
        switch (name) {
            case "index" -> index[1] = Members.number(parser, -1);
            case "name" -> text[2] = Members.text(parser);
            case "guid" -> text[3] = Members.text(parser);
            default -> parser.skipChildren();
        }
    }

    private Map<String, String> messages() {
        Map<String, String> messages = new HashMap<>();
        Members.of(
                parser,
                name -> {
                    budget.keep();
                    String words = words();
                    if (words != null) messages.put(name, words);
                });
        return messages;
    }

    private @Nullable String words() {
        String[] text = new String[1];
        Members.of(
                parser,
                name -> {
                    if (name.equals("text")) text[0] = Members.text(parser);
                    else parser.skipChildren();
                });
        return text[0];
    }

    /** Reads a property bag for the names that scanners put severity and weakness class under. */
    Marks marks() {
        TreeSet<Integer> cwes = new TreeSet<>();
        Severity[] found = new Severity[2];
        Members.of(
                parser,
                name -> {
                    switch (name) {
                        case "security-severity" -> found[0] = score();
                        case "severity", "issue_severity", "issueSeverity" -> found[1] = word();
                        case "tags", "cwe", "cwes", "CWE", "cweId", "cwe-id" -> classes(name, cwes);
                        default -> parser.skipChildren();
                    }
                });
        return found[0] == null && found[1] == null && cwes.isEmpty()
                ? Marks.NONE
                : new Marks(found[0] != null ? found[0] : found[1], List.copyOf(cwes));
    }

    private @Nullable Severity score() {
        String score = Members.text(parser);
        return score == null ? null : Weakness.ofScore(score);
    }

    private @Nullable Severity word() {
        String word = Members.text(parser);
        return word == null ? null : Weakness.ofWord(word);
    }

    private void classes(String name, Collection<Integer> cwes) {
        boolean tags = name.equals("tags");
        if (parser.currentToken().isScalarValue()) {
            classOf(Members.text(parser), tags, cwes);
        } else {
            Members.each(parser, () -> classOf(Members.text(parser), tags, cwes));
        }
    }

    private static void classOf(@Nullable String text, boolean tag, Collection<Integer> cwes) {
        if (text == null) return;
        if (tag) Weakness.addCwes(text, cwes);
        else Weakness.addCweId(text, cwes);
    }
}
