package dev.touchstone.formats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the form of a package URL: {@code pkg:type/namespace/name@version?qualifiers#subpath}. */
final class Purl {
    private static final Pattern TYPE = Pattern.compile("[a-zA-Z.+-][a-zA-Z0-9.+-]*");
    private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z.][a-zA-Z0-9._-]*");

    private Purl() {}

    /** What is wrong with it, or null. */
    static @Nullable String fault(String purl) {
        if (!purl.regionMatches(true, 0, "pkg:", 0, 4)) return "it does not start with pkg:";
        String rest = purl.substring(4);
        if (rest.chars().anyMatch(c -> c <= ' ')) return "it contains white space";
        if (BROKEN_PERCENT.matcher(rest).find()) return "a percent sign stands for nothing";
        int hash = rest.indexOf('#');
        if (hash >= 0) rest = rest.substring(0, hash);
        int question = rest.indexOf('?');
        if (question >= 0) {
            String wrong = qualifiers(rest.substring(question + 1));
            if (wrong != null) return wrong;
            rest = rest.substring(0, question);
        }
        while (rest.startsWith("/")) rest = rest.substring(1);
        int slash = rest.indexOf('/');
        if (slash < 0) return "it has no name after its type";
        if (!TYPE.matcher(rest.substring(0, slash)).matches()) return "its type is no word";
        String path = rest.substring(slash + 1);
        int at = path.lastIndexOf('@');
        if (at > 0 && at > path.lastIndexOf('/')) path = path.substring(0, at);
        while (path.endsWith("/")) path = path.substring(0, path.length() - 1);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() || name.startsWith("@") && name.length() == 1
                ? "its name is empty"
                : null;
    }

    private static @Nullable String qualifiers(String text) {
        for (String each : text.split("&")) {
            if (each.isEmpty()) continue;
            int equals = each.indexOf('=');
            if (equals <= 0 || !KEY.matcher(each.substring(0, equals)).matches()) {
                return "a qualifier is not of the form key=value";
            }
        }
        return null;
    }
}
