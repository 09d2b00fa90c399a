package dev.touchstone.scanners.bills;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.ModelSource2;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/** Maven's project files: those of the tree, and those of a local repository where one is named. */
final class PomTree {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final long MOST_BYTES = 16 << 20;

    private final NavigableMap<String, byte[]> byPath = new TreeMap<>();
    private final Map<String, String> pathByName = new TreeMap<>();
    private final Map<String, Model> raw = new TreeMap<>();
    private final @Nullable Path repository;

    PomTree(@Nullable Path repository) {
        this.repository = repository;
    }

    /** Takes a file of the tree after a look that no hostile XML gets through. */
    void add(String path, byte[] content) throws MalformedLock {
        check(content);
        try {
            Model model = new MavenXpp3Reader().read(new ByteArrayInputStream(content), false);
            byPath.put(path, content);
            raw.put(path, model);
            String group = groupOf(model);
            if (group != null && model.getArtifactId() != null) {
                pathByName.putIfAbsent(group + ":" + model.getArtifactId(), path);
            }
        } catch (IOException | XmlPullParserException broken) {
            String message = String.valueOf(broken.getMessage());
            throw new MalformedLock(
                    "", "is no project of Maven: " + message.lines().findFirst().orElse(message));
        }
    }

    private static void check(byte[] content) throws MalformedLock {
        try {
            XMLStreamReader reader = LockXml.open(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw new MalformedLock(LockXml.place(reader), "has a document type");
                }
            }
        } catch (XMLStreamException broken) {
            throw LockXml.malformed(broken);
        }
    }

    NavigableMap<String, byte[]> paths() {
        return byPath;
    }

    Model raw(String path) {
        Model model = raw.get(path);
        if (model == null) throw new IllegalArgumentException(path);
        return model;
    }

    static @Nullable String groupOf(Model model) {
        if (model.getGroupId() != null) return model.getGroupId();
        return model.getParent() == null ? null : model.getParent().getGroupId();
    }

    static @Nullable String versionOf(Model model) {
        if (model.getVersion() != null) return model.getVersion();
        return model.getParent() == null ? null : model.getParent().getVersion();
    }

    /** The file of the tree with these coordinates; one whose version is a property is taken. */
    @Nullable Source inTree(String group, String artifact, String version) {
        String path = pathByName.get(group + ":" + artifact);
        if (path == null) return null;
        String its = versionOf(raw(path));
        boolean same = its == null || its.contains("${") || its.equals(version);
        return same ? source(path) : null;
    }

    /** The file of the local repository with these coordinates. */
    @Nullable Source inRepository(String group, String artifact, String version) {
        if (repository == null || !PLAIN.matcher(artifact).matches()) return null;
        if (!PLAIN.matcher(version).matches() || version.contains("..")) return null;
        Path folder = repository;
        for (String part : group.split("\\.")) {
            if (!PLAIN.matcher(part).matches()) return null;
            folder = folder.resolve(part);
        }
        Path file =
                folder.resolve(artifact)
                        .resolve(version)
                        .resolve(artifact + "-" + version + ".pom");
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > MOST_BYTES) {
                return null;
            }
            byte[] content = Files.readAllBytes(file);
            check(content);
            return new Source(null, group + ":" + artifact + ":" + version, content);
        } catch (IOException | MalformedLock unreadable) {
            return null;
        }
    }

    /** Versions of an artifact that the local repository holds. */
    List<String> versions(String group, String artifact) {
        if (repository == null || !PLAIN.matcher(artifact).matches()) return List.of();
        Path folder = repository;
        for (String part : group.split("\\.")) {
            if (!PLAIN.matcher(part).matches()) return List.of();
            folder = folder.resolve(part);
        }
        try (var found = Files.list(folder.resolve(artifact))) {
            return found.map(each -> each.getFileName().toString())
                    .filter(version -> inRepository(group, artifact, version) != null)
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    Source source(String path) {
        byte[] content = byPath.get(path);
        if (content == null) throw new IllegalArgumentException(path);
        return new Source(path, path, content);
    }

    /** A project file in memory. */
    final class Source implements ModelSource2 {
        private final @Nullable String path;
        private final String name;
        private final byte[] content;

        Source(@Nullable String path, String name, byte[] content) {
            this.path = path;
            this.name = name;
            this.content = content;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String getLocation() {
            return name;
        }

        @Override
        public @Nullable URI getLocationURI() {
            return null;
        }

        /** A parent by its relative path; never one outside of the tree. */
        @Override
        public @Nullable ModelSource2 getRelatedSource(String relative) {
            if (path == null) return null;
            String target = RelativePaths.resolve(LockFile.folderOf(path), relative);
            if (target == null) return null;
            if (byPath.containsKey(target)) return source(target);
            String inside = target.isEmpty() ? "pom.xml" : target + "/pom.xml";
            return byPath.containsKey(inside) ? source(inside) : null;
        }
    }
}
