package dev.touchstone.scanners.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The rules of a pack.
 *
 * @param digest SHA-256 (hex) over all files of the pack
 */
record CodeRules(List<CodeRule> rules, String digest) {

    private static final String FOLDER = "/packs/touchstone-code/";

    CodeRules {
        rules = rules.stream().sorted(Comparator.comparing(rule -> rule.rule().id())).toList();
    }

    /** Those that ship inside the program. */
    static CodeRules shipped() {
        String pack = file("pack.yml");
        var digest = sha256();
        digest.update(pack.getBytes(StandardCharsets.UTF_8));
        var rules = new ArrayList<CodeRule>();
        var fields = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(pack);
        if (fields.get("rules") instanceof List<?> files) {
            for (Object name : files) {
                String yaml = file(name.toString());
                digest.update(yaml.getBytes(StandardCharsets.UTF_8));
                rules.addAll(RuleReader.read(yaml));
            }
        }
        return new CodeRules(rules, HexFormat.of().formatHex(digest.digest()));
    }

    private static String file(String name) {
        try (var in = CodeRules.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException("The pack has no file " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
