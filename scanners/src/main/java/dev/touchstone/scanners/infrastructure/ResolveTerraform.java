package dev.touchstone.scanners.infrastructure;

import dev.touchstone.scanners.tree.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a module's own files say: defaults and settings of variables, locals, dynamic
 * blocks over known lists, policies written as JSON or as policy documents. The rest stays unknown.
 */
final class ResolveTerraform {

    private static final Pattern KNOWN =
            Pattern.compile("(var|local)\\.([\\w-]+)(.*)", Pattern.DOTALL);
    private static final Pattern STEP =
            Pattern.compile("\\.([\\w-]+)|\\[\\s*\"([^\"]*)\"\\s*]|\\[\\s*(\\d{1,6})\\s*]");
    private static final Pattern POLICY =
            Pattern.compile(
                    "data\\.(aws_iam_policy_document\\.[\\w-]+)(\\[[^\\]]*])?\\.(minified_)?json");
    private static final Pattern YAML = Pattern.compile("^\\s*(---\\s*)?schemaVersion:");
    private static final int DEEPEST = 12;
    private static final int MOST_NODES = 400_000;
    private static final int MOST_BLOCKS = 100;

    private final Map<String, Node> known;
    private final Map<String, Node.Fields> policies;
    private final Map<String, Node> bound = new HashMap<>();
    private int nodes;

    /**
     * @param known values by {@code var.name} and {@code local.name}
     * @param policies bodies of policy documents by type and name
     */
    ResolveTerraform(Map<String, Node> known, Map<String, Node.Fields> policies) {
        this.known = known;
        this.policies = policies;
    }

    Node.Fields resolve(Node.Fields body) throws Malformed {
        return fields(body, 0);
    }

    /**
     * One body for each instance of a block with for_each over known values, by its key; else the
     * one body under an empty key.
     */
    Map<String, Node.Fields> instances(Node.Fields body) throws Malformed {
        var instances = new LinkedHashMap<String, Node.Fields>();
        Node each = body.nodes().get("for_each");
        for (List<Node> pair : each == null ? List.<List<Node>>of() : pairs(resolve(each, 1))) {
            if (!(pair.getFirst() instanceof Node.Scalar key)) continue;
            bound.put("each.key", key);
            bound.put("each.value", pair.getLast());
            instances.put(key.text(), fields(body, 0));
        }
        bound.clear();
        if (instances.isEmpty()) instances.put("", fields(body, 0));
        return instances;
    }

    private Node resolve(Node node, int depth) throws Malformed {
        if (++nodes > MOST_NODES) {
            throw new Malformed(
                    LeftOut.Reason.TOO_MUCH_INSIDE,
                    "locals and variables unfold to more than " + MOST_NODES + " values");
        }
        return switch (node) {
            case Node.Scalar scalar -> document(scalar);
            case Node.Items items -> {
                var all = new ArrayList<Node>(items.nodes().size());
                for (Node each : items.nodes()) all.add(resolve(each, depth));
                yield new Node.Items(all, items.line(), items.endLine());
            }
            case Node.Fields fields -> fields(fields, depth);
            case Node.Unknown unknown ->
                    depth > DEEPEST
                            ? unknown
                            : unknown.template() ? template(unknown, depth) : named(unknown, depth);
        };
    }

    private static Node document(Node.Scalar scalar) {
        if (!(scalar.value() instanceof String text)) return scalar;
        int first = scalar.endLine() > scalar.line() ? scalar.line() + 1 : scalar.line();
        Node inside = ReadJson.within(text, first);
        if (inside == null && YAML.matcher(text).find()) inside = yaml(text, first);
        return inside == null ? scalar : ReadHcl.from(scalar.line(), inside);
    }

    private static @Nullable Node yaml(String text, int line) {
        try {
            return ReadYaml.read(text, line);
        } catch (Malformed e) {
            return null;
        }
    }

    private Node.Fields fields(Node.Fields fields, int depth) throws Malformed {
        var all = new LinkedHashMap<String, Node>();
        for (var entry : fields.nodes().entrySet()) {
            if (entry.getKey().equals("dynamic") && entry.getValue() instanceof Node.Items blocks) {
                for (Node each : blocks.nodes()) {
                    if (each instanceof Node.Fields labelled) dynamic(labelled, all, depth);
                }
            } else {
                all.put(entry.getKey(), resolve(entry.getValue(), depth));
            }
        }
        return new Node.Fields(all, fields.line(), fields.endLine());
    }

    private void dynamic(Node.Fields labelled, Map<String, Node> into, int depth) throws Malformed {
        for (var entry : labelled.nodes().entrySet()) {
            if (!(entry.getValue() instanceof Node.Fields block)
                    || !(block.nodes().get("content") instanceof Node.Items contents)
                    || !(contents.nodes().getFirst() instanceof Node.Fields content)) {
                continue;
            }
            String iterator =
                    block.nodes().get("iterator") instanceof Node.Unknown name
                            ? name.text()
                            : entry.getKey();
            Node each = block.nodes().get("for_each");
            var made = new ArrayList<Node>();
            if (into.get(entry.getKey()) instanceof Node.Items before) made.addAll(before.nodes());
            Node over = each == null ? null : resolve(each, depth + 1);
            for (var pair : pairs(over)) {
                Node key = bound.put(iterator + ".key", pair.getFirst());
                Node value = bound.put(iterator + ".value", pair.getLast());
                made.add(fields(content, depth + 1));
                restore(iterator + ".key", key);
                restore(iterator + ".value", value);
            }
            if (over == null || over instanceof Node.Unknown) made.add(fields(content, depth + 1));
            if (!made.isEmpty()) {
                into.put(
                        entry.getKey(),
                        new Node.Items(made, made.getFirst().line(), made.getLast().endLine()));
            }
        }
    }

    private void restore(String name, @Nullable Node before) {
        if (before == null) bound.remove(name);
        else bound.put(name, before);
    }

    private static List<List<Node>> pairs(@Nullable Node over) {
        var pairs = new ArrayList<List<Node>>();
        if (over instanceof Node.Items items) {
            items.nodes().stream().limit(MOST_BLOCKS).forEach(it -> pairs.add(List.of(it, it)));
        } else if (over instanceof Node.Fields fields) {
            fields.nodes().entrySet().stream()
                    .limit(MOST_BLOCKS)
                    .forEach(
                            it ->
                                    pairs.add(
                                            List.of(
                                                    new Node.Scalar(it.getKey(), 0, 0),
                                                    it.getValue())));
        }
        return pairs;
    }

    private Node named(Node.Unknown unknown, int depth) throws Malformed {
        Node found = lookUp(unknown.text());
        if (found == null) {
            Matcher policy = POLICY.matcher(unknown.text());
            if (policy.matches() && policies.get(policy.group(1)) instanceof Node.Fields body) {
                Node written = PolicyDocument.of(fields(body, depth + 1));
                return moved(written, unknown.line(), unknown.endLine());
            }
            return unknown;
        }
        return resolve(moved(found, unknown.line(), unknown.endLine()), depth + 1);
    }

    private @Nullable Node lookUp(String text) {
        for (var entry : bound.entrySet()) {
            if (text.startsWith(entry.getKey())) {
                return walk(entry.getValue(), text.substring(entry.getKey().length()));
            }
        }
        Matcher matcher = KNOWN.matcher(text);
        if (!matcher.matches()) return null;
        Node value = known.get(matcher.group(1) + "." + matcher.group(2));
        return value == null ? null : walk(value, matcher.group(3).strip());
    }

    private static @Nullable Node walk(Node from, String steps) {
        Node at = from;
        Matcher step = STEP.matcher(steps);
        int end = 0;
        while (end < steps.length()) {
            if (!step.find(end) || step.start() != end) return null;
            end = step.end();
            String name = step.group(1) != null ? step.group(1) : step.group(2);
            if (name != null && at instanceof Node.Fields fields) {
                at = fields.nodes().get(name);
            } else if (step.group(3) != null && at instanceof Node.Items items) {
                int index = Integer.parseInt(step.group(3));
                at = index < items.nodes().size() ? items.nodes().get(index) : null;
            } else {
                return null;
            }
            if (at == null) return null;
        }
        return at;
    }

    private Node template(Node.Unknown unknown, int depth) throws Malformed {
        String text = unknown.text();
        var filled = new StringBuilder();
        int from = 0;
        while (true) {
            int open = text.indexOf("${", from);
            int close = open < 0 ? -1 : HclTemplate.closes(text, open + 2);
            if (close < 0) break;
            filled.append(text, from, open);
            var expression =
                    new Node.Unknown(
                            text.substring(open + 2, close).strip(),
                            false,
                            unknown.line(),
                            unknown.endLine());
            if (resolve(expression, depth + 1) instanceof Node.Scalar value) {
                filled.append(value.text());
            } else {
                filled.append(text, open, close + 1);
            }
            from = close + 1;
        }
        filled.append(text, from, text.length());
        String whole = filled.toString();
        boolean open = HclTemplate.has(whole);
        int first = unknown.endLine() > unknown.line() ? unknown.line() + 1 : unknown.line();
        Node inside = ReadJson.within(whole, first);
        if (inside != null) return ReadHcl.from(unknown.line(), inside);
        return open
                ? new Node.Unknown(whole, true, unknown.line(), unknown.endLine())
                : new Node.Scalar(whole, unknown.line(), unknown.endLine());
    }

    /** The value of another place, shown where it is used. */
    private Node moved(Node node, int line, int endLine) throws Malformed {
        if (++nodes > MOST_NODES) {
            throw new Malformed(
                    LeftOut.Reason.TOO_MUCH_INSIDE,
                    "locals and variables unfold to more than " + MOST_NODES + " values");
        }
        return switch (node) {
            case Node.Scalar it -> new Node.Scalar(it.value(), line, endLine);
            case Node.Unknown it -> new Node.Unknown(it.text(), it.template(), line, endLine);
            case Node.Items it -> {
                var all = new ArrayList<Node>(it.nodes().size());
                for (Node each : it.nodes()) all.add(moved(each, line, endLine));
                yield new Node.Items(all, line, endLine);
            }
            case Node.Fields it -> {
                var all = new LinkedHashMap<String, Node>();
                for (var each : it.nodes().entrySet()) {
                    all.put(each.getKey(), moved(each.getValue(), line, endLine));
                }
                yield new Node.Fields(all, line, endLine);
            }
        };
    }
}
