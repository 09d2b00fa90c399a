package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.Text;
import dev.touchstone.scanners.ScannerRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the rules of the pack that ships inside the program. */
final class RuleReader {

    private static final String FOLDER = "/packs/touchstone-secrets/";

    /** A file of rules. */
    record Rules(List<Entry> rules) {}

    /** As it stands in the file. */
    record Entry(
            String id,
            Severity severity,
            @Nullable Text name,
            @Nullable Text grants,
            @Nullable Text revoke,
            @Nullable Text title,
            @Nullable Text why,
            @Nullable Text mend,
            @Nullable List<Integer> cwes,
            @Nullable List<String> references,
            @Nullable List<String> keywords,
            @Nullable List<String> shapes,
            @Nullable List<String> patterns,
            @Nullable List<String> names,
            @Nullable String files,
            CredentialName.@Nullable Sort sort,
            SecretRule.@Nullable Value value,
            @Nullable Double entropy,
            @Nullable Check check,
            @Nullable List<String> near,
            @Nullable Boolean strict,
            String faulty,
            @Nullable String mended,
            @Nullable String example) {}

    /** The list of the pack's files. */
    record Pack(
            String id,
            String version,
            Text title,
            String licence,
            List<String> languages,
            List<String> rules) {}

    private final YAMLMapper yaml =
            YAMLMapper.builder()
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
                    .build();
    private final MessageDigest sha256 = sha256();
    private final List<SecretRule> rules = new ArrayList<>();

    /**
     * @param digest SHA-256 (hex) over the files
     */
    record Read(List<SecretRule> rules, String digest) {}

    Read read() {
        var pack = yaml.readValue(file("pack.yml"), Pack.class);
        for (String name : pack.rules()) {
            for (Entry entry : yaml.readValue(file(name), Rules.class).rules()) {
                rules.add(rule(entry));
            }
        }
        return new Read(List.copyOf(rules), HexFormat.of().formatHex(sha256.digest()));
    }

    private byte[] file(String name) {
        try (var in = RuleReader.class.getResourceAsStream(FOLDER + name)) {
            byte[] bytes =
                    Objects.requireNonNull(in, "the program was built without " + FOLDER + name)
                            .readAllBytes();
            sha256.update(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SecretRule rule(Entry entry) {
        try {
            return compile(entry);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The shipped rule " + entry.id() + " is wrong: " + e.getMessage(), e);
        }
    }

    private SecretRule compile(Entry entry) {
        List<Shape> shapes = list(entry.shapes()).stream().map(Shape::parse).toList();
        List<List<String>> names =
                list(entry.names()).stream().map(words -> List.of(words.split(" "))).toList();
        boolean named = !names.isEmpty() || entry.sort() != null;
        List<String> keywords = new ArrayList<>(list(entry.keywords()));
        if (keywords.isEmpty() && !named && list(entry.patterns()).isEmpty()) {
            shapes.forEach(shape -> keywords.add(shape.prefix()));
        }
        Check check = Objects.requireNonNullElse(entry.check(), Check.NONE);
        ScannerRule text = text(entry);
        String files = entry.files();
        return new SecretRule(
                text,
                rules.size(),
                List.copyOf(keywords),
                shapes,
                list(entry.patterns()).stream().map(Pattern::compile).toList(),
                names,
                files == null ? null : Pattern.compile(files.toLowerCase(Locale.ROOT)),
                entry.sort(),
                Objects.requireNonNullElse(entry.value(), SecretRule.Value.ANY),
                Objects.requireNonNullElse(entry.entropy(), 0.0),
                check,
                list(entry.near()).stream().map(Pattern::compile).toList(),
                Boolean.TRUE.equals(entry.strict()),
                doubt(entry, check, named, shapes) ? unproven(text, entry) : null,
                Objects.requireNonNullElse(entry.example(), "deploy/settings.conf"));
    }

    /** Whether what only looks like the token is worth a word. */
    private static boolean doubt(Entry entry, Check check, boolean named, List<Shape> shapes) {
        boolean prefixed = !named && shapes.stream().anyMatch(Shape::tellsByPrefix);
        return check.leavesDoubt()
                || prefixed
                || !list(entry.near()).isEmpty()
                || Boolean.TRUE.equals(entry.strict());
    }

    /**
     * How much of a token to leave so that it no longer is one: three quarters of what its prefix
     * promises.
     */
    private static int left(Entry entry) {
        if (Boolean.TRUE.equals(entry.strict()) || list(entry.shapes()).isEmpty()) {
            return 0;
        }
        Shape shape = Shape.parse(list(entry.shapes()).getFirst());
        int prefix = shape.prefix().length();
        return prefix + (shape.leastLength() - prefix) * 3 / 4;
    }

    private static ScannerRule text(Entry entry) {
        var example = new Example(entry.id());
        String mended = entry.mended();
        List<Integer> cwes = entry.cwes();
        return new ScannerRule(
                entry.id(),
                entry.severity(),
                cwes == null ? List.of(798) : cwes,
                list(entry.references()),
                RuleWords.title(entry),
                RuleWords.why(entry),
                RuleWords.mend(entry),
                example.faulty(entry.faulty()),
                mended == null
                        ? new Example(entry.id()).mended(entry.faulty())
                        : new Example(entry.id()).faulty(mended));
    }

    private static ScannerRule unproven(ScannerRule rule, Entry entry) {
        return new ScannerRule(
                rule.id() + "-UNPROVEN",
                Severity.LOW,
                rule.cwes(),
                rule.references(),
                new Text(
                        rule.title().zh() + "（结构不符，可能是示例）",
                        rule.title().en() + " (its structure does not hold, perhaps an example)"),
                rule.why(),
                rule.mend(),
                new Example(entry.id())
                        .broken(
                                entry.faulty(),
                                Boolean.TRUE.equals(entry.strict())
                                        || !Objects.requireNonNullElse(entry.check(), Check.NONE)
                                                .leavesDoubt(),
                                left(entry)),
                rule.mended());
    }

    private static List<String> list(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
