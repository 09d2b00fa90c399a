package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A content pack that ships inside the program: what it is, its policies, and the measured
 * precision of scanner rules.
 *
 * @param policies their YAML texts, the default one first
 * @param digest lower-case hex SHA-256 over all files of the pack
 */
public record ShippedPack(
        String id,
        String version,
        Text title,
        String licence,
        List<String> languages,
        List<String> policies,
        List<Facts.PrecisionFacts> precision,
        String digest) {

    private static final Set<String> FIELDS =
            Set.of("id", "version", "title", "licence", "languages", "policies", "precision");

    public ShippedPack {
        languages = List.copyOf(languages);
        policies = List.copyOf(policies);
        precision = List.copyOf(precision);
    }

    /** The pack that every installation has. */
    public static ShippedPack ofDefaults() {
        return read("touchstone-default");
    }

    /** The policy of an organisation that has installed none. */
    public Policy defaultPolicy() {
        return switch (new PolicyReader().read(policies.getFirst())) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused -> throw broken(id, refused.faults());
        };
    }

    private static ShippedPack read(String folder) {
        var files = new Files(folder);
        String text = files.text("pack.yml");
        var tree = new YamlTree();
        Node root = tree.parse(text);
        if (root == null) {
            throw broken(folder, tree.faults());
        }
        var fields = tree.fields(root, "a pack", FIELDS);
        Text title =
                fields.get("title") instanceof Node n ? RuleReader.text(tree, n, "title") : null;
        var policies = new ArrayList<String>();
        for (String path : texts(tree, fields.get("policies"), "policies")) {
            policies.add(files.text(path));
        }
        var precision =
                fields.get("precision") instanceof Node n
                        ? PrecisionReader.read(tree, files.text(text(tree, n, "precision")))
                        : List.<Facts.PrecisionFacts>of();
        String id = text(tree, fields.get("id"), "id");
        String version = text(tree, fields.get("version"), "version");
        String licence = text(tree, fields.get("licence"), "licence");
        var languages = texts(tree, fields.get("languages"), "languages");
        if (!tree.faults().isEmpty() || title == null) {
            throw broken(folder, tree.faults());
        }
        return new ShippedPack(
                id, version, title, licence, languages, policies, precision, files.digest());
    }

    private static String text(YamlTree tree, @Nullable Node node, String what) {
        @Nullable String text = node == null ? null : tree.text(node, what);
        return text == null ? "" : text;
    }

    private static List<String> texts(YamlTree tree, @Nullable Node node, String what) {
        return node == null
                ? List.of()
                : tree.items(node, what).stream().map(item -> text(tree, item, what)).toList();
    }

    private static IllegalStateException broken(String folder, List<Fault> faults) {
        return new IllegalStateException("The pack " + folder + " cannot be read: " + faults);
    }

    /** Reads the files of a pack and hashes all that it read, in that order. */
    private static final class Files {

        private final String folder;
        private final MessageDigest sha256;

        Files(String folder) {
            this.folder = folder;
            try {
                this.sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
        }

        String text(String path) {
            String resource = "/packs/" + folder + "/" + path;
            try (var in = ShippedPack.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The program lacks its file " + resource);
                }
                byte[] bytes = in.readAllBytes();
                sha256.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
                sha256.update(bytes);
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String digest() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
