package dev.touchstone.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the URIs of a run into paths below the root of the repository: forward slashes, decoded, no
 * {@code .} and no {@code ..}. What is not a file (a web address) stays as it is.
 */
final class SarifPaths {
    private static final int MOST_CACHED = 50_000;
    private static final int MOST_LENGTH = 2_000;
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:");
    private static final Pattern DRIVE = Pattern.compile("^/?[a-zA-Z]:[/\\\\].*", Pattern.DOTALL);
    private static final List<String> ROOT_NAMES =
            List.of("SRCROOT", "%SRCROOT%", "ROOTPATH", "REPOROOT", "PROJECTROOT");

    private final Map<String, SarifPlace> bases;
    private final List<String> roots = new ArrayList<>();
    private final Map<String, String> cache = new HashMap<>();
    private String lastUri = "";
    private @Nullable String lastBase;
    private String lastPath = "";
    private boolean outside;

    /**
     * @param bases the run's originalUriBaseIds
     * @param directories other absolute URIs that a checkout may lie in
     */
    SarifPaths(Map<String, SarifPlace> bases, List<String> directories) {
        this.bases = bases;
        List<String> found = new ArrayList<>();
        for (SarifPlace base : bases.values()) add(base.uri, found);
        found.sort(Comparator.comparingInt(String::length));
        for (String name : ROOT_NAMES) {
            SarifPlace root = bases.get(name);
            if (root != null) add(root.uri, roots);
        }
        roots.addAll(found);
        for (String directory : directories) add(directory, roots);
    }

    /** True when a path was met that lies in none of the known roots. */
    boolean metPathOutside() {
        return outside;
    }

    /** Most results lie in the file of the result before. */
    String path(String uri, @Nullable String baseId) {
        if (uri.equals(lastUri) && Objects.equals(baseId, lastBase)) return lastPath;
        lastPath = cached(uri, baseId);
        lastUri = uri;
        lastBase = baseId;
        return lastPath;
    }

    private String cached(String uri, @Nullable String baseId) {
        String key = baseId == null ? uri : baseId + '\n' + uri;
        String known = cache.get(key);
        if (known != null) return known;
        String path = Texts.clean(resolve(uri, baseId), MOST_LENGTH);
        if (cache.size() < MOST_CACHED) cache.put(key, path);
        return path;
    }

    private String resolve(String uri, @Nullable String baseId) {
        if (isAddress(uri)) return uri;
        String absolute = absolute(uri);
        if (absolute != null) return belowRoot(absolute);
        StringBuilder path = new StringBuilder(decoded(uri));
        Set<String> seen = new HashSet<>();
        String id = baseId;
        while (id != null && seen.add(id)) {
            SarifPlace base = bases.get(id);
            if (base == null || base.uri == null) break;
            String directory = absolute(base.uri);
            if (directory != null) {
                String whole = normal(directory + '/' + path);
                for (String root : roots) {
                    if (whole.startsWith(root)) return whole.substring(root.length());
                }
                break;
            }
            path.insert(0, decoded(base.uri) + '/');
            id = base.baseId;
        }
        return normal(path.toString());
    }

    private String belowRoot(String absolute) {
        String whole = normal(absolute);
        for (String root : roots) {
            if (whole.startsWith(root)) return whole.substring(root.length());
        }
        outside = true;
        return whole;
    }

    private static void add(@Nullable String uri, List<String> roots) {
        String absolute = uri == null ? null : absolute(uri);
        if (absolute == null) return;
        String root = normal(absolute);
        if (!root.isEmpty()) roots.add(root + '/');
    }

    private static boolean isAddress(String uri) {
        return SCHEME.matcher(uri).find() && !uri.regionMatches(true, 0, "file:", 0, 5);
    }

    /** The decoded path of an absolute URI or path, or null for a relative one. */
    private static @Nullable String absolute(String uri) {
        if (uri.regionMatches(true, 0, "file:", 0, 5)) {
            String rest = uri.substring(5).replace('\\', '/');
            if (rest.startsWith("///")) rest = rest.substring(2);
            else if (rest.startsWith("//")) rest = withoutHost(rest);
            return decoded(rest);
        }
        if (uri.startsWith("/") || uri.startsWith("\\")) return decoded(uri);
        return DRIVE.matcher(uri).matches() ? decoded(uri) : null;
    }

    private static String withoutHost(String rest) {
        int slash = rest.indexOf('/', 2);
        String host = (slash < 0 ? rest.substring(2) : rest.substring(2, slash));
        return host.toLowerCase(Locale.ROOT).equals("localhost") && slash >= 0
                ? rest.substring(slash)
                : rest.substring(1);
    }

    /** Parts joined by slashes, without the leading one; {@code ..} never leaves the root. */
    static String normal(String path) {
        String slashed = path.replace('\\', '/');
        if (!slashed.contains("./") && !slashed.contains("//") && !slashed.endsWith(".")) {
            int start = slashed.startsWith("/") ? 1 : 0;
            int end = slashed.endsWith("/") ? slashed.length() - 1 : slashed.length();
            return start >= end ? "" : slashed.substring(start, end);
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : slashed.split("/")) {
            if (part.equals("..")) parts.pollLast();
            else if (!part.isEmpty() && !part.equals(".")) parts.addLast(part);
        }
        return String.join("/", parts);
    }

    /** Percent signs decoded as UTF-8; one that stands for nothing stays. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) return text;
        StringBuilder decoded = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 3;
                continue;
            }
            flush(bytes, decoded);
            decoded.append(text.charAt(i++));
        }
        flush(bytes, decoded);
        return decoded.toString();
    }

    private static void flush(ByteArrayOutputStream bytes, StringBuilder decoded) {
        if (bytes.size() == 0) return;
        decoded.append(bytes.toString(StandardCharsets.UTF_8));
        bytes.reset();
    }
}
