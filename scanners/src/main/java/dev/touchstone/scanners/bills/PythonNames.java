package dev.touchstone.scanners.bills;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of Python packages. */
final class PythonNames {
    private static final Pattern RUN = Pattern.compile("[-_.]+");
    private static final Pattern START = Pattern.compile("\\s*([A-Za-z0-9][A-Za-z0-9._-]*)");

    private PythonNames() {}

    /** The one form that all spellings of a name share (PEP 503). */
    static String usual(String name) {
        return RUN.matcher(name.strip()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** The name at the start of a requirement (PEP 508), or null. */
    static @Nullable String ofRequirement(String requirement) {
        Matcher start = START.matcher(requirement);
        return start.lookingAt() ? usual(start.group(1)) : null;
    }

    static Map<String, String> git(String address, @Nullable String commit) {
        String url = address.startsWith("git+") ? address : "git+" + address;
        return Map.of("vcs_url", commit == null ? url : url + "@" + commit);
    }
}
