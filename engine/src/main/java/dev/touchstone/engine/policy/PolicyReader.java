package dev.touchstone.engine.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a policy from YAML and compiles its expressions; see docs/formats/policy.md. */
public final class PolicyReader {

    private static final Set<String> FIELDS = Set.of("id", "version", "title", "lists", "rules");
    private static final int MOST_RULES = 100;
    private static final int LONGEST_LIST = 1_000;

    /** Never throws for a wrong text: everything wrong comes back with its place. */
    public PolicyReading read(String yaml) {
        var tree = new YamlTree();
        Node root = tree.parse(yaml);
        if (root == null) {
            return new PolicyReading.Refused(tree.faults());
        }
        var fields = tree.fields(root, "a policy", FIELDS);
        String id = required(tree, root, fields, "id");
        String version = required(tree, root, fields, "version");
        Text title = titleOf(tree, root, fields);
        var lists = lists(tree, fields.get("lists"));
        var rules = rules(tree, root, fields.get("rules"), lists);
        if (id != null && !id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            tree.fault(
                    fields.getOrDefault("id", root),
                    "id must be lower-case letters, digits and hyphens, at most 64");
        }
        if (!tree.faults().isEmpty() || id == null || version == null || title == null) {
            return new PolicyReading.Refused(tree.faults());
        }
        return new PolicyReading.Accepted(
                new Policy(id, version, title, digest(yaml), rules, lists));
    }

    private static @Nullable Text titleOf(YamlTree tree, Node root, Map<String, Node> fields) {
        Node title = fields.get("title");
        if (title == null) {
            tree.fault(root, "a policy needs the field \"title\" with zh and en");
            return null;
        }
        return RuleReader.text(tree, title, "title");
    }

    private static @Nullable String required(
            YamlTree tree, Node root, Map<String, Node> fields, String name) {
        Node node = fields.get(name);
        if (node == null) {
            tree.fault(root, "a policy needs the field \"" + name + "\"");
            return null;
        }
        return tree.text(node, name);
    }

    private static List<PolicyRule> rules(
            YamlTree tree,
            Node root,
            @Nullable Node node,
            Map<String, Vocabulary.NamedList> lists) {
        var rules = new ArrayList<PolicyRule>();
        if (node == null) {
            tree.fault(root, "a policy needs the field \"rules\"");
            return rules;
        }
        var items = tree.items(node, "rules");
        if (items.isEmpty() || items.size() > MOST_RULES) {
            tree.fault(node, "a policy has 1 to " + MOST_RULES + " rules, not " + items.size());
            return rules;
        }
        var reader = new RuleReader(tree, lists);
        var ids = new HashSet<String>();
        for (Node item : items) {
            PolicyRule rule = reader.read(item);
            if (rule != null && !ids.add(rule.id())) {
                tree.fault(item, "rule " + rule.id() + ": there is another rule with this id");
            }
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static Map<String, Vocabulary.NamedList> lists(YamlTree tree, @Nullable Node node) {
        var lists = new LinkedHashMap<String, Vocabulary.NamedList>();
        if (node == null) {
            return lists;
        }
        tree.fields(node, "lists", Set.of())
                .forEach(
                        (name, value) -> {
                            if (!name.matches("[A-Z][A-Z0-9_]{0,39}")
                                    || Vocabulary.isSeverity(name)) {
                                tree.fault(
                                        value,
                                        "list "
                                                + name
                                                + ": a name is upper-case letters, digits"
                                                + " and _, and no severity");
                                return;
                            }
                            var values = values(tree, name, value);
                            if (values != null) {
                                lists.put(name, new Vocabulary.NamedList(values));
                            }
                        });
        return lists;
    }

    private static @Nullable List<Object> values(YamlTree tree, String name, Node node) {
        var items = tree.items(node, "list " + name);
        if (items.isEmpty() || items.size() > LONGEST_LIST) {
            tree.fault(node, "list " + name + ": 1 to " + LONGEST_LIST + " values");
            return null;
        }
        var values = new ArrayList<Object>();
        for (Node item : items) {
            if (!(item instanceof ScalarNode scalar)) {
                tree.fault(item, "list " + name + ": only numbers or only texts");
                return null;
            }
            boolean number = scalar.isPlain() && scalar.getValue().matches("-?[0-9]{1,15}");
            values.add(number ? (Object) Long.valueOf(scalar.getValue()) : scalar.getValue());
        }
        long numbers = values.stream().filter(Long.class::isInstance).count();
        if (numbers != 0 && numbers != values.size()) {
            tree.fault(node, "list " + name + ": only numbers or only texts, not both");
            return null;
        }
        return values;
    }

    private static String digest(String yaml) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
