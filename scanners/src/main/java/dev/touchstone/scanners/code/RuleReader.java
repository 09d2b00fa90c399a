package dev.touchstone.scanners.code;

import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.Text;
import dev.touchstone.scanners.ScannerRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads rules and what they look for from the YAML of a pack; a field it does not know is a fault.
 */
final class RuleReader {

    private static final Set<String> RULE =
            Set.of(
                    "id",
                    "severity",
                    "grade",
                    "cwes",
                    "references",
                    "title",
                    "why",
                    "mend",
                    "file",
                    "find",
                    "faulty",
                    "mended");

    private static final Set<String> CONTEXT = Set.of("around", "unless", "unlessFile", "needs");

    private final String rule;

    private RuleReader(String rule) {
        this.rule = rule;
    }

    static List<CodeRule> read(String yaml) {
        var root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        var rules = new ArrayList<CodeRule>();
        for (Object item : (List<?>) java.util.Objects.requireNonNull(root.get("rules"))) {
            var fields = (Map<?, ?>) item;
            rules.add(new RuleReader(String.valueOf(fields.get("id"))).rule(fields));
        }
        return rules;
    }

    private CodeRule rule(Map<?, ?> fields) {
        knows(fields, RULE);
        var rule =
                new ScannerRule(
                        text(fields, "id"),
                        Severity.valueOf(text(fields, "severity")),
                        list(fields, "cwes").stream().map(Integer::valueOf).sorted().toList(),
                        list(fields, "references"),
                        both(fields, "title"),
                        both(fields, "why"),
                        both(fields, "mend"),
                        text(fields, "faulty"),
                        text(fields, "mended"));
        var searches = new ArrayList<Search>();
        for (Object search : (List<?>) value(fields, "find"))
            searches.add(search((Map<?, ?>) search));
        String file = optional(fields, "file");
        return new CodeRule(
                rule,
                Grade.valueOf(text(fields, "grade").toUpperCase(Locale.ROOT)),
                file == null ? "Example.java" : file,
                searches);
    }

    private Search search(Map<?, ?> fields) {
        if (fields.containsKey("call")) {
            knows(
                    fields,
                    Set.of("call", "on", "inside", "then", "argument", "arguments", "count"),
                    CONTEXT);
            return new Search.Call(
                    set(fields, "call"),
                    set(fields, "on"),
                    set(fields, "inside"),
                    set(fields, "then"),
                    arguments(fields),
                    number(fields, "count", -1),
                    context(fields));
        }
        if (fields.containsKey("new")) {
            knows(fields, Set.of("new", "argument", "arguments", "count"), CONTEXT);
            return new Search.New(
                    set(fields, "new"),
                    arguments(fields),
                    number(fields, "count", -1),
                    context(fields));
        }
        if (fields.containsKey("returned")) {
            knows(fields, Set.of("returned", "annotated"), CONTEXT);
            return new Search.Returned(
                    argument((Map<?, ?>) value(fields, "returned")),
                    pattern(fields, "annotated"),
                    context(fields));
        }
        if (fields.containsKey("annotation")) {
            knows(
                    fields,
                    Set.of("annotation", "on", "attribute", "matches", "lacks", "inside", "name"),
                    CONTEXT);
            String attribute = optional(fields, "attribute");
            return new Search.Annotation(
                    set(fields, "annotation"),
                    set(fields, "on"),
                    attribute == null ? "value" : attribute,
                    pattern(fields, "matches"),
                    set(fields, "lacks"),
                    set(fields, "inside"),
                    pattern(fields, "name"),
                    context(fields));
        }
        if (fields.containsKey("shape")) {
            knows(fields, Set.of("shape"), CONTEXT);
            return new Search.Shape(JavaShape.valueOf(text(fields, "shape")), context(fields));
        }
        if (fields.containsKey("setting")) {
            knows(fields, Set.of("setting", "value", "absent", "everywhere"));
            return new Search.Setting(
                    pattern(text(fields, "setting")),
                    pattern(fields, "value"),
                    pattern(fields, "absent"),
                    "true".equals(optional(fields, "everywhere")));
        }
        knows(
                fields,
                Set.of("files", "element", "attribute", "matches", "needs", "after", "unless"));
        return new Search.Markup(
                pattern(text(fields, "files")),
                pattern(fields, "element"),
                pattern(fields, "attribute"),
                pattern(text(fields, "matches")),
                pattern(fields, "needs"),
                pattern(fields, "after"),
                pattern(fields, "unless"));
    }

    private Search.Context context(Map<?, ?> fields) {
        return new Search.Context(
                pattern(fields, "around"),
                pattern(fields, "unless"),
                pattern(fields, "unlessFile"),
                pattern(fields, "needs"));
    }

    private List<Argument> arguments(Map<?, ?> fields) {
        var all = new ArrayList<Argument>();
        if (fields.get("argument") instanceof Map<?, ?> one) all.add(argument(one));
        if (fields.get("arguments") instanceof List<?> many) {
            many.forEach(one -> all.add(argument((Map<?, ?>) one)));
        }
        return all;
    }

    private Argument argument(Map<?, ?> fields) {
        knows(fields, Set.of("at", "is", "matches", "text", "named", "below"));
        String at = optional(fields, "at");
        int place =
                switch (at) {
                    case null -> Argument.ANY;
                    case "any" -> Argument.ANY;
                    case "last" -> Argument.LAST;
                    case "receiver" -> Argument.RECEIVER;
                    default -> Integer.parseInt(at);
                };
        String is = optional(fields, "is");
        String below = optional(fields, "below");
        return new Argument(
                place,
                is == null
                        ? null
                        : Argument.Is.valueOf(is.toUpperCase(Locale.ROOT).replace(' ', '_')),
                pattern(fields, "matches"),
                pattern(fields, "text"),
                pattern(fields, "named"),
                below == null ? null : Integer.valueOf(below));
    }

    @SafeVarargs
    private void knows(Map<?, ?> fields, Set<String>... known) {
        var unknown = new HashSet<Object>(fields.keySet());
        for (var names : known) unknown.removeAll(names);
        if (!unknown.isEmpty()) throw fault("does not know the fields " + unknown);
    }

    private Object value(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value == null) throw fault("has no " + name);
        return value;
    }

    private String text(Map<?, ?> fields, String name) {
        return value(fields, name).toString();
    }

    private static @Nullable String optional(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? null : value.toString();
    }

    private int number(Map<?, ?> fields, String name, int otherwise) {
        String value = optional(fields, name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private Text both(Map<?, ?> fields, String name) {
        var texts = (Map<?, ?>) value(fields, name);
        if (texts.size() != 2) {
            throw fault(name + " has zh and en and nothing else; quote a text with a comma");
        }
        return new Text(text(texts, "zh").strip(), text(texts, "en").strip());
    }

    private static List<String> list(Map<?, ?> fields, String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    private static Set<String> set(Map<?, ?> fields, String name) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(list(fields, name)));
    }

    private @Nullable Pattern pattern(Map<?, ?> fields, String name) {
        String regex = optional(fields, name);
        return regex == null ? null : pattern(regex);
    }

    private Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw fault("has a pattern that is none: " + e.getMessage());
        }
    }

    private IllegalStateException fault(String what) {
        return new IllegalStateException("The rule " + rule + " " + what);
    }
}
