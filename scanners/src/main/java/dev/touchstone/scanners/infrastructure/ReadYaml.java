package dev.touchstone.scanners.infrastructure;

import dev.touchstone.scanners.tree.LeftOut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one YAML document with its lines; aliases are unfolded up to a limit. */
final class ReadYaml {

    private static final int DEEPEST = 60;
    private static final int MOST_INDENTS = 200;
    private static final int MOST_NODES = 300_000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setMaxAliasesForCollections(Integer.MAX_VALUE)
                    .setUseMarks(true)
                    .build();

    private final int shift;
    private int nodes;

    private ReadYaml(int shift) {
        this.shift = shift;
    }

    /**
     * @param line of the text's first line in its file
     * @return null when the document is empty
     */
    static @Nullable Node read(String text, int line) throws Malformed {
        refuseDepth(text, line);
        refuseIndentation(text, line);
        try {
            var root = new Compose(SETTINGS).composeString(text).orElse(null);
            return root == null ? null : new ReadYaml(line).node(root, 0);
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().or(e::getContextMark);
            throw new Malformed(mark.map(Mark::getLine).orElse(0) + line, e.getProblem());
        } catch (YamlEngineException | IndexOutOfBoundsException e) {
            throw new Malformed(line, "not YAML");
        }
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node, int depth) throws Malformed {
        int start = line(node.getStartMark().orElse(null), 0);
        if (depth > DEEPEST) throw new Malformed(start, "nested deeper than " + DEEPEST);
        if (++nodes > MOST_NODES) {
            throw new Malformed(
                    LeftOut.Reason.TOO_MUCH_INSIDE,
                    "its aliases unfold to more than " + MOST_NODES + " values");
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, start);
            case SequenceNode sequence -> {
                var all = new ArrayList<Node>(sequence.getValue().size());
                for (var each : sequence.getValue()) all.add(node(each, depth + 1));
                yield new Node.Items(all, start, end(all, node, start));
            }
            case MappingNode mapping -> {
                var all = new LinkedHashMap<String, Node>();
                fill(mapping.getValue(), all, depth);
                yield new Node.Fields(all, start, end(all.values(), node, start));
            }
            default -> throw new Malformed(start, "an alias without a value");
        };
    }

    private void fill(List<NodeTuple> tuples, Map<String, Node> into, int depth) throws Malformed {
        for (NodeTuple tuple : tuples) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) continue;
            if (key.getValue().equals("<<")) {
                merge(node(tuple.getValueNode(), depth + 1), into);
                continue;
            }
            int line = line(key.getStartMark().orElse(null), 0);
            Node value = node(tuple.getValueNode(), depth + 1);
            into.put(key.getValue(), placed(value, line));
        }
    }

    private static void merge(Node from, Map<String, Node> into) {
        if (from instanceof Node.Fields fields) fields.nodes().forEach(into::putIfAbsent);
        if (from instanceof Node.Items items) items.nodes().forEach(each -> merge(each, into));
    }

    /** A value that an alias brings stands where the alias is. */
    private static Node placed(Node value, int line) {
        if (value.line() >= line) return ReadHcl.from(line, value);
        return switch (value) {
            case Node.Scalar it -> new Node.Scalar(it.value(), line, line);
            case Node.Items it -> new Node.Items(it.nodes(), line, line);
            case Node.Fields it -> new Node.Fields(it.nodes(), line, line);
            case Node.Unknown it -> new Node.Unknown(it.text(), it.template(), line, line);
        };
    }

    private Node scalar(ScalarNode scalar, int start) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        Object value = text;
        if (tag.equals(Tag.BOOL)) value = Boolean.valueOf(text.equalsIgnoreCase("true"));
        else if (tag.equals(Tag.NULL)) value = null;
        else if (tag.equals(Tag.INT) && text.matches("[-+]?\\d{1,18}")) value = Long.valueOf(text);
        return new Node.Scalar(
                value, start, Math.max(start, line(scalar.getEndMark().orElse(null), -1)));
    }

    private int end(Iterable<Node> inside, org.snakeyaml.engine.v2.nodes.Node node, int start) {
        int last = start;
        for (Node each : inside) last = Math.max(last, each.endLine());
        return Math.min(last, Math.max(start, line(node.getEndMark().orElse(null), 0)));
    }

    private int line(@Nullable Mark mark, int atLineStart) {
        if (mark == null) return shift;
        return mark.getLine() + shift + (mark.getColumn() == 0 ? atLineStart : 0);
    }

    /** The parser recurses, so nesting is refused before it starts. */
    private static void refuseDepth(String yaml, int firstLine) throws Malformed {
        int depth = 0;
        int dashes = 0;
        int line = firstLine;
        boolean lineStart = true;
        for (int i = 0; i < yaml.length(); i++) {
            char c = yaml.charAt(i);
            if (c == '[' || c == '{') depth++;
            else if ((c == ']' || c == '}') && depth > 0) depth--;
            if (c == '\n') {
                line++;
                lineStart = true;
                dashes = 0;
                depth = Math.max(0, depth);
            } else if (lineStart && (c == '-' || c == '?')) {
                dashes++;
            } else if (c != ' ') {
                lineStart = false;
            }
            if (depth > 500 || dashes > DEEPEST) throw new Malformed(line, "nested too deeply");
        }
    }

    private static void refuseIndentation(String yaml, int firstLine) throws Malformed {
        var open = new ArrayDeque<Integer>();
        int line = firstLine;
        int at = 0;
        while (at < yaml.length()) {
            int first = at;
            while (first < yaml.length() && yaml.charAt(first) == ' ') first++;
            int indent = first - at;
            if (first < yaml.length() && yaml.charAt(first) != '\n') {
                while (!open.isEmpty() && open.peek() >= indent) open.pop();
                open.push(indent);
                if (open.size() > MOST_INDENTS) throw new Malformed(line, "nested too deeply");
            }
            int end = yaml.indexOf('\n', first);
            at = end < 0 ? yaml.length() : end + 1;
            line++;
        }
    }
}
