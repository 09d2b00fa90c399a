package dev.touchstone.formats;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes package URLs in the canonical form of the purl specification (ECMA-427). */
public final class PackageUrl {
    private static final String PLAIN = "-._~:";

    private PackageUrl() {}

    public static String of(
            String type, @Nullable String namespace, String name, @Nullable String version) {
        return of(type, namespace, name, version, Map.of());
    }

    /**
     * A package URL.
     *
     * @param namespace with slashes between its parts
     * @param qualifiers those with an empty value are left out
     */
    public static String of(
            String type,
            @Nullable String namespace,
            String name,
            @Nullable String version,
            Map<String, String> qualifiers) {
        StringBuilder url = new StringBuilder("pkg:").append(type).append('/');
        if (namespace != null) {
            for (String part : namespace.split("/")) {
                if (!part.isEmpty()) url.append(encode(usual(type, part))).append('/');
            }
        }
        url.append(encode(usual(type, name)));
        if (version != null && !version.isEmpty()) url.append('@').append(encode(version));
        String query =
                new TreeMap<>(qualifiers)
                        .entrySet().stream()
                                .filter(each -> !each.getValue().isEmpty())
                                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                                .collect(Collectors.joining("&"));
        return query.isEmpty() ? url.toString() : url.append('?').append(query).toString();
    }

    /** What the specification says of names of this type. */
    private static String usual(String type, String name) {
        return switch (type) {
            case "pypi" -> name.toLowerCase(Locale.ROOT).replace('_', '-');
            case "composer", "github", "bitbucket" -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    /** The type of a package URL, or an empty text. */
    public static String typeOf(String purl) {
        int slash = purl.indexOf('/');
        return purl.startsWith("pkg:") && slash > 4 ? purl.substring(4, slash) : "";
    }
}
