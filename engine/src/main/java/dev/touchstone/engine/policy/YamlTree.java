package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML text as nodes that know their place; what is wrong is collected, not thrown. */
public final class YamlTree {

    private static final int LONGEST_TEXT = 400_000;
    private static final int DEEPEST_FLOW = 40;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setLabel("text")
                    .setCodePointLimit(LONGEST_TEXT)
                    .setMaxAliasesForCollections(20)
                    .setAllowDuplicateKeys(false)
                    .build();

    private final String subject;
    private final List<Fault> faults = new ArrayList<>();
    private List<String> lines = List.of();

    /**
     * @param subject what the text is, for the faults: {@code the policy}
     */
    public YamlTree(String subject) {
        this.subject = subject;
    }

    YamlTree() {
        this("the policy");
    }

    /** What was found to be wrong so far. */
    public List<Fault> faults() {
        return faults;
    }

    /** The document's root; null when the text is no YAML, with the fault added. */
    public @Nullable Node parse(String yaml) {
        if (yaml.length() > LONGEST_TEXT) {
            faults.add(
                    Fault.error(
                            "1:1",
                            "longer than " + LONGEST_TEXT + " characters; split " + subject));
            return null;
        }
        if (isDeep(yaml)) {
            faults.add(Fault.error("1:1", "nested deeper than " + DEEPEST_FLOW + " levels"));
            return null;
        }
        lines = yaml.lines().toList();
        try {
            Node root = new Compose(SETTINGS).composeString(yaml).orElse(null);
            if (root == null) {
                faults.add(
                        Fault.error(
                                "1:1", "the text is empty; " + subject + " is a map of fields"));
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().or(e::getContextMark);
            faults.add(
                    Fault.error(
                            mark.map(YamlTree::place).orElse("1:1"),
                            "not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(Fault.error("1:1", "not YAML: " + e.getMessage()));
        }
        return null;
    }

    /**
     * The fields of a map, by name, in their order; a name outside of the known ones is a fault.
     */
    public Map<String, Node> fields(Node node, String what, Set<String> known) {
        var fields = new LinkedHashMap<String, Node>();
        if (!(node instanceof MappingNode mapping)) {
            fault(
                    node,
                    what + " must be a map with the fields " + String.join(", ", sorted(known)));
            return fields;
        }
        mapping.getValue()
                .forEach(
                        tuple -> {
                            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                                fault(tuple.getKeyNode(), "a field's name must be a plain word");
                            } else if (!known.isEmpty() && !known.contains(key.getValue())) {
                                fault(
                                        key,
                                        what
                                                + " has no field \""
                                                + key.getValue()
                                                + "\"; known are "
                                                + String.join(", ", sorted(known)));
                            } else {
                                fields.put(key.getValue(), tuple.getValueNode());
                            }
                        });
        return fields;
    }

    public List<Node> items(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(node, what + " must be a list");
        return List.of();
    }

    public @Nullable String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        fault(node, what + " must be a text that is not empty");
        return null;
    }

    public @Nullable Double number(Node node, String what, double from, double to) {
        if (node instanceof ScalarNode scalar) {
            try {
                double value = Double.parseDouble(scalar.getValue());
                if (value >= from && value <= to) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // falls through to the fault below
            }
        }
        fault(node, what + " must be a number from " + shown(from) + " to " + shown(to));
        return null;
    }

    public @Nullable Integer integer(Node node, String what, int from, int to) {
        var value = number(node, what, from, to);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value)) {
            fault(node, what + " must be a whole number");
            return null;
        }
        return value.intValue();
    }

    public @Nullable Boolean flag(Node node, String what) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue().toLowerCase(java.util.Locale.ROOT));
        }
        fault(node, what + " must be true or false");
        return null;
    }

    public <E extends Enum<E>> @Nullable E word(
            Node node, String what, Class<E> type, Set<E> allowed) {
        if (node instanceof ScalarNode scalar) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(scalar.getValue()) && allowed.contains(constant)) {
                    return constant;
                }
            }
        }
        fault(
                node,
                what
                        + " must be one of "
                        + String.join(", ", allowed.stream().sorted().map(Enum::name).toList()));
        return null;
    }

    public static void with(@Nullable Node node, Consumer<Node> reader) {
        if (node != null) {
            reader.accept(node);
        }
    }

    public void fault(Node node, String message) {
        faults.add(Fault.error(place(node), message));
    }

    /** How many spaces stand before the text of a line, which counts from 1. */
    int indentationOf(int line) {
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        return text.length() - text.stripLeading().length();
    }

    public static String place(Node node) {
        return node.getStartMark().map(YamlTree::place).orElse("1:1");
    }

    private static String place(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** The parser recurses, so nesting is refused before it starts: brackets and indentation. */
    private static boolean isDeep(String yaml) {
        int depth = 0;
        int dashes = 0;
        boolean lineStart = true;
        for (int i = 0; i < yaml.length(); i++) {
            char c = yaml.charAt(i);
            if (c == '[' || c == '{') {
                if (++depth > DEEPEST_FLOW) return true;
            } else if ((c == ']' || c == '}') && depth > 0) {
                depth--;
            }
            if (c == '\n') {
                lineStart = true;
                dashes = 0;
            } else if (lineStart && (c == '-' || c == '?' || c == ':')) {
                if (++dashes > DEEPEST_FLOW) return true;
            } else if (c != ' ') {
                lineStart = false;
            }
        }
        return false;
    }
}
