package dev.touchstone.engine.identity;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the identity of one source's findings is made of. A definition never changes: another choice
 * of ingredients is another version, which can be computed for old findings from their canonical
 * input.
 *
 * @param source name of the tool, or {@code sarif} for all that have no definition of their own
 */
public record IdentityDefinition(String source, int version, List<Ingredient> ingredients) {

    public static final IdentityDefinition SARIF =
            new IdentityDefinition(
                    "sarif",
                    1,
                    List.of(
                            Ingredient.TOOL,
                            Ingredient.RULE,
                            Ingredient.SYMBOL,
                            Ingredient.SNIPPET));

    private static final List<IdentityDefinition> OF_TOOLS =
            List.of(
                    new IdentityDefinition(
                            "codeql",
                            1,
                            List.of(Ingredient.TOOL, Ingredient.RULE, Ingredient.LINE_HASH)),
                    // Names the method of every finding, so an edit of the line keeps it.
                    new IdentityDefinition(
                            "spotbugs",
                            1,
                            List.of(Ingredient.TOOL, Ingredient.RULE, Ingredient.SYMBOL)));

    public IdentityDefinition {
        ingredients = List.copyOf(ingredients);
    }

    /** The newest definition for the findings of a tool. */
    public static IdentityDefinition ofTool(String tool) {
        String name = tool.toLowerCase(Locale.ROOT);
        return OF_TOOLS.stream()
                .filter(definition -> definition.source.equals(name))
                .findFirst()
                .orElse(SARIF);
    }

    /** The definition that was stored under its name. */
    public static IdentityDefinition named(String name) {
        return Stream.concat(Stream.of(SARIF), OF_TOOLS.stream())
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no identity is called " + name));
    }

    /** For example {@code sarif/1}. */
    public String name() {
        return source + "/" + version;
    }

    /** The identity of a finding. */
    public Identity of(String tool, ReportedFinding finding) {
        var input = new StringBuilder(160);
        append(input, name());
        boolean placed = false;
        for (Ingredient ingredient : ingredients) {
            String value = ingredient.of(tool, finding);
            append(input, ingredient.name());
            append(input, value);
            placed |= ingredient.tellsThePlace() && !value.isEmpty();
        }
        CodeLocation place = finding.primaryLocation();
        MessageDigest digest = sha256();
        digest.update(input.toString().getBytes(StandardCharsets.UTF_8));
        byte[] context = copy(digest).digest();
        int end = input.length();
        append(input, "PATH");
        append(input, place == null ? "" : place.path());
        digest.update(input.substring(end).getBytes(StandardCharsets.UTF_8));
        return new Identity(input.toString(), digest.digest(), first8(context), placed);
    }

    private static void append(StringBuilder input, String value) {
        int length = value.length();
        input.append(length).append(':').append(value).append(',');
    }

    private static long first8(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
