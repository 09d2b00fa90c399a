package dev.touchstone.scanners.bills;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what an archive is from what its builders left in it, from the surest to the least. */
final class ArchiveNames {
    private static final Pattern MAVEN =
            Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9_]*\\.[a-zA-Z0-9_.-]+");
    private static final int MOST_NAME = 255;

    private final String fileName;
    private final Map<String, Identity> coordinates = new TreeMap<>();
    private final TreeSet<String> packages = new TreeSet<>();
    private Attributes manifest = new Attributes();

    ArchiveNames(String fileName) {
        this.fileName =
                fileName.length() <= MOST_NAME
                        ? fileName
                        : fileName.substring(fileName.length() - MOST_NAME);
    }

    /** What an archive is. */
    record Identity(@Nullable String group, String name, @Nullable String version, String by) {}

    boolean wants(String entry) {
        return entry.equals("META-INF/MANIFEST.MF") || MAVEN.matcher(entry).matches();
    }

    /** Classes tell whose they are when nothing else does. */
    void sees(String entry) {
        int folder = entry.lastIndexOf('/');
        if (entry.endsWith(".class")
                && folder > 0
                && packages.size() < 2_000
                && !entry.startsWith("META-INF/")) {
            packages.add(entry.substring(0, folder + 1));
        }
    }

    void take(String entry, byte[] content) {
        Matcher maven = MAVEN.matcher(entry);
        if (maven.matches()) {
            properties(maven, content);
            return;
        }
        try {
            manifest = new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
        } catch (IOException | IllegalArgumentException broken) {
            manifest = new Attributes();
        }
    }

    private void properties(Matcher maven, byte[] content) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(content));
        } catch (IOException | IllegalArgumentException broken) {
            return;
        }
        String group = properties.getProperty("groupId", maven.group(1)).strip();
        String name = properties.getProperty("artifactId", maven.group(2)).strip();
        String version = properties.getProperty("version", "").strip();
        if (group.isEmpty() || name.isEmpty()) return;
        coordinates.put(
                group + ":" + name,
                new Identity(group, name, version.isEmpty() ? null : version, "pom.properties"));
    }

    /** What the archive itself is. */
    Identity whole() {
        Identity named = named();
        if (named != null) return named;
        String base = base();
        int cut = versionAt(base);
        String name = cut < 0 ? base : base.substring(0, cut);
        String version = cut < 0 ? null : base.substring(cut + 1);
        if (version == null) version = attribute("Implementation-Version", "Bundle-Version");
        String group = KnownGroups.of(name, version, packages);
        String by = "file name and classes";
        if (group == null) {
            group = groupInManifest(name);
            by = group == null ? "file name" : "file name and manifest";
        }
        return new Identity(group, name, version, by);
    }

    /** The coordinates that the file is named after, or the only ones that there are. */
    private @Nullable Identity named() {
        Identity best =
                coordinates.values().stream()
                        .filter(each -> isNamedAfter(each.name))
                        .max(Comparator.comparingInt(each -> each.name.length()))
                        .orElse(null);
        if (best != null || coordinates.size() != 1) return best;
        Identity only = coordinates.values().iterator().next();
        String version = attribute("Implementation-Version", "Bundle-Version");
        boolean plain = versionAt(base()) < 0;
        return plain || version != null && version.equals(only.version) ? only : null;
    }

    /** Maven writes its group as vendor; tools of OSGi write group and name as one. */
    private @Nullable String groupInManifest(String name) {
        String vendor = attribute("Implementation-Vendor-Id");
        if (vendor != null && GROUP.matcher(vendor).matches()) return vendor;
        String bundle = attribute("Bundle-SymbolicName");
        if (bundle == null) return null;
        int parameters = bundle.indexOf(';');
        String plain = (parameters < 0 ? bundle : bundle.substring(0, parameters)).strip();
        if (!plain.endsWith("." + name)) return null;
        String group = plain.substring(0, plain.length() - name.length() - 1);
        return GROUP.matcher(group).matches() ? group : null;
    }

    private String base() {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** Where the dash before the version stands, or -1: the first one that a digit follows. */
    private static int versionAt(String base) {
        for (int i = 1; i + 1 < base.length(); i++) {
            char next = base.charAt(i + 1);
            if (base.charAt(i) == '-' && next >= '0' && next <= '9') return i;
        }
        return -1;
    }

    private boolean isNamedAfter(String name) {
        return fileName.startsWith(name + "-") || fileName.startsWith(name + ".");
    }

    /** Other projects whose classes were packed into this archive. */
    List<Identity> shaded() {
        Identity whole = named();
        List<Identity> shaded = new ArrayList<>(coordinates.values());
        if (whole != null) shaded.remove(whole);
        return shaded;
    }

    private @Nullable String attribute(String... names) {
        for (String name : names) {
            String value = manifest.getValue(name);
            if (value != null && !value.isBlank()) return value.strip();
        }
        return null;
    }
}
