package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a Gemfile. It is a program, and it is not run: only plain lines are understood, and a
 * gem that none of them puts into a group for developers counts as needed.
 */
final class GemfileGroups {
    private static final Pattern GEM = Pattern.compile("gem\\s+['\"]([^'\"]+)['\"](.*)");
    private static final Pattern SYMBOL = Pattern.compile(":([a-z_]+)");
    private static final Pattern INLINE =
            Pattern.compile("(?::groups?\\s*=>|\\bgroups?:)\\s*(\\[[^\\]]*\\]|:[a-z_]+)");

    private GemfileGroups() {}

    static Map<String, Scope> of(@Nullable String manifest) {
        Map<String, Scope> scopes = new TreeMap<>();
        if (manifest == null) return scopes;
        Scope block = Scope.REQUIRED;
        int depth = 0;
        int blockDepth = -1;
        for (String line : manifest.lines().toList()) {
            String text = line.replaceFirst("#.*", "").strip();
            Matcher gem = GEM.matcher(text);
            if (text.startsWith("group ") && text.endsWith(" do") && blockDepth < 0) {
                block = scope(text);
                blockDepth = depth++;
            } else if (text.endsWith(" do")) {
                depth++;
            } else if (text.equals("end")) {
                depth--;
                if (depth == blockDepth) {
                    blockDepth = -1;
                    block = Scope.REQUIRED;
                }
            } else if (gem.matches()) {
                Matcher inline = INLINE.matcher(gem.group(2));
                Scope scope = inline.find() ? scope(inline.group(1)) : block;
                scopes.merge(gem.group(1), scope, Scope::and);
            }
        }
        return scopes;
    }

    /** A gem of a group that is not for developers only is needed. */
    private static Scope scope(String groups) {
        Matcher each = SYMBOL.matcher(groups);
        while (each.find()) {
            if (!each.group(1).matches("development|dev|test|tests|ci|lint|doc|docs")) {
                return Scope.REQUIRED;
            }
        }
        return Scope.EXCLUDED;
    }
}
