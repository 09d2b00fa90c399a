package dev.touchstone.scanners.infrastructure;

import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.Text;
import dev.touchstone.scanners.ScannerRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The rules of the pack, compiled, and by the type of resource that they are about. */
final class InfrastructureRules {

    private static final String PACK = "/packs/touchstone-infrastructure/";

    /** Kinds of Kubernetes and kinds of others that look alike are asked as {@code pod}. */
    static final String ANY_POD = "pod";

    private static final String ANY_TERRAFORM = "any-terraform";

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<Rule>> byType = new HashMap<>();
    private final RuleLanguage language = new RuleLanguage();
    private final MessageDigest sha256;
    private String digest = "";

    private InfrastructureRules() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static InfrastructureRules shipped() {
        var all = new InfrastructureRules();
        for (String file : strings(all.fields("pack.yml"), "rules")) all.load(file);
        all.digest = HexFormat.of().formatHex(all.sha256.digest());
        return all;
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    List<Rule> about(Resource resource) {
        var about = new ArrayList<>(byType.getOrDefault(resource.type(), List.of()));
        if (resource.kind() == Resource.Kind.TERRAFORM) {
            about.addAll(byType.getOrDefault(ANY_TERRAFORM, List.of()));
        }
        if (resource.attributes().nodes().containsKey(ANY_POD)) {
            about.addAll(byType.getOrDefault(ANY_POD, List.of()));
        }
        return about;
    }

    String digest() {
        return digest;
    }

    private Node.Fields fields(String file) {
        try (InputStream in = InfrastructureRules.class.getResourceAsStream(PACK + file)) {
            if (in == null) throw new IllegalStateException("the pack has no file " + file);
            byte[] bytes = in.readAllBytes();
            sha256.update(bytes);
            Node root = ReadYaml.read(new String(bytes, StandardCharsets.UTF_8), 1);
            if (root instanceof Node.Fields fields) return fields;
            throw new IllegalStateException(file + " of the pack is no map");
        } catch (IOException | Malformed e) {
            throw new IllegalStateException(file + " of the pack cannot be read", e);
        }
    }

    private void load(String file) {
        Node.Fields root = fields(file);
        String example = Lookup.text(root, "file");
        for (Node each : Lookup.all(root, "rules")) {
            Rule rule = rule(each, example, file);
            rules.add(rule);
            rule.on().forEach(on -> byType.computeIfAbsent(on, _ -> new ArrayList<>()).add(rule));
        }
    }

    private Rule rule(Node node, String example, String file) {
        String id = Lookup.text(node, "id");
        try {
            String own = Lookup.text(node, "file");
            var text =
                    new ScannerRule(
                            id,
                            Severity.valueOf(Lookup.text(node, "severity")),
                            Lookup.all(node, "cwes").stream()
                                    .map(each -> Integer.valueOf(((Node.Scalar) each).text()))
                                    .sorted()
                                    .toList(),
                            strings(node, "references"),
                            text(node, "title"),
                            text(node, "why"),
                            text(node, "mend"),
                            Lookup.text(node, "faulty"),
                            Lookup.text(node, "mended"));
            return new Rule(
                    text,
                    strings(node, "on"),
                    strings(node, "each"),
                    language.later(id, Lookup.text(node, "when")),
                    strings(node, "at"),
                    strings(node, "maps"),
                    own.isEmpty() ? example : own);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + ": rule " + id + " (line " + node.line() + "): " + e.getMessage(), e);
        }
    }

    private static Text text(Node node, String name) {
        return new Text(Lookup.text(node, name + ".zh"), Lookup.text(node, name + ".en"));
    }

    private static List<String> strings(Node node, String name) {
        return Lookup.all(node, name).stream()
                .map(each -> each instanceof Node.Scalar scalar ? scalar.text() : "")
                .toList();
    }
}
