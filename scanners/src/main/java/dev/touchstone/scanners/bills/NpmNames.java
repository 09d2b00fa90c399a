package dev.touchstone.scanners.bills;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and addresses of npm packages. */
final class NpmNames {
    private NpmNames() {}

    static @Nullable String scope(String name) {
        int slash = name.indexOf('/');
        return name.startsWith("@") && slash > 0 ? name.substring(0, slash) : null;
    }

    static String bare(String name) {
        return scope(name) == null ? name : name.substring(name.indexOf('/') + 1);
    }

    /** Only what comes from a repository of code says so; the address of a registry does not. */
    static Map<String, String> qualifiers(@Nullable String resolved) {
        if (resolved == null) return Map.of();
        if (resolved.startsWith("git+") || resolved.startsWith("git://")) {
            return Map.of("vcs_url", resolved);
        }
        return Map.of();
    }
}
