package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a content pack from its files; see docs/formats/pack.md. */
public final class PackReader {

    private static final String MAIN_FILE = "pack.yml";
    private static final Set<String> FIELDS =
            Set.of("id", "version", "title", "licence", "languages", "policies", "precision");

    private final Function<String, @Nullable String> files;
    private final MessageDigest sha256;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param files text of a file by its path in the pack; null when there is none
     */
    public PackReader(Function<String, @Nullable String> files) {
        this.files = files;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Never throws for wrong texts: everything wrong comes back with its place. */
    public PackReading read() {
        String text = file(MAIN_FILE);
        var tree = new YamlTree();
        Node root = text == null ? null : tree.parse(text);
        if (root == null) {
            keep(MAIN_FILE, tree.faults());
            return new PackReading.Refused(faults);
        }
        var fields = tree.fields(root, "a pack", FIELDS);
        String id = text(tree, root, fields, "id");
        String version = text(tree, root, fields, "version");
        String licence = text(tree, root, fields, "licence");
        Text title =
                fields.get("title") instanceof Node n ? RuleReader.text(tree, n, "title") : null;
        if (!fields.containsKey("title")) {
            tree.fault(root, "a pack needs the field \"title\" with zh and en");
        }
        var languages = texts(tree, fields.get("languages"), "languages");
        var policies = policies(texts(tree, fields.get("policies"), "policies"));
        var precision = precision(tree, fields.get("precision"));
        keep(MAIN_FILE, tree.faults());
        if (!faults.isEmpty()
                || id == null
                || version == null
                || licence == null
                || title == null) {
            return new PackReading.Refused(faults);
        }
        return new PackReading.Accepted(
                new ContentPack(
                        id,
                        version,
                        title,
                        licence,
                        languages,
                        policies,
                        precision,
                        HexFormat.of().formatHex(sha256.digest())));
    }

    private List<String> policies(List<String> paths) {
        var texts = new ArrayList<String>();
        for (String path : paths) {
            String yaml = file(path);
            if (yaml != null) {
                texts.add(yaml);
                if (new PolicyReader().read(yaml) instanceof PolicyReading.Refused refused) {
                    keep(path, refused.faults());
                }
            }
        }
        return texts;
    }

    private List<Facts.PrecisionFacts> precision(YamlTree tree, @Nullable Node node) {
        String path = node == null ? null : tree.text(node, "precision");
        String yaml = path == null ? null : file(path);
        if (path == null || yaml == null) {
            return List.of();
        }
        var inside = new YamlTree();
        var measured = PrecisionReader.read(inside, yaml);
        keep(path, inside.faults());
        return measured;
    }

    private @Nullable String file(String path) {
        String text = files.apply(path);
        if (text == null) {
            faults.add(Fault.error(path, "the pack has no such file"));
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
        return text;
    }

    private void keep(String path, List<Fault> inFile) {
        inFile.forEach(
                fault -> faults.add(Fault.error(path + ":" + fault.place(), fault.message())));
    }

    private static @Nullable String text(
            YamlTree tree, Node root, Map<String, Node> fields, String name) {
        Node node = fields.get(name);
        if (node == null) {
            tree.fault(root, "a pack needs the field \"" + name + "\"");
            return null;
        }
        return tree.text(node, name);
    }

    private static List<String> texts(YamlTree tree, @Nullable Node node, String what) {
        var texts = new ArrayList<String>();
        for (Node item : node == null ? List.<Node>of() : tree.items(node, what)) {
            String text = tree.text(item, what);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
