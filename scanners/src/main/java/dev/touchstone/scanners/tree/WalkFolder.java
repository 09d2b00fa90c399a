package dev.touchstone.scanners.tree;

import dev.touchstone.scanners.tree.LeftOut.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One walk through a folder, in the order of paths. */
final class WalkFolder {

    /**
     * A file that was found.
     *
     * @param path relative to the root, as the file system spells it
     */
    record Place(Path path, long size) {}

    private record Entry(Path name, String text, BasicFileAttributes attributes) {
        String order() {
            return attributes.isDirectory() ? text + "/" : text;
        }
    }

    private static final int DEEPEST = 200;

    /** Beyond this many times the most files nobody counts any more. */
    private static final int COUNTED = 5;

    private static final Set<String> INSTALLED =
            Set.of("node_modules", "bower_components", "__pycache__", ".venv");

    /** Folders that a build fills, and the files beside them that tell so. */
    private static final Map<String, Set<String>> OUTPUTS =
            Map.of(
                    "target", Set.of("pom.xml", "Cargo.toml", "build.sbt"),
                    "build", Set.of("build.gradle", "build.gradle.kts"),
                    "out", Set.of("build.gradle", "build.gradle.kts"),
                    "bin", Set.of(".classpath"),
                    "obj", Set.of("packages.lock.json"));

    private final Path root;
    private final TreeBounds bounds;
    private final Exclusions exclusions;
    private final TreeMap<String, Place> found = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long tooMany;
    private boolean stopped;

    WalkFolder(Path root, TreeBounds bounds, Exclusions exclusions) {
        this.root = root;
        this.bounds = bounds;
        this.exclusions = exclusions;
    }

    FolderTree walk() throws IOException {
        try (var folder = InnerFolder.root(root)) {
            visit(folder, entries(folder, ""), Path.of(""), "", false);
        }
        if (tooMany > 0) {
            leftOut.add(
                    new LeftOut("./", Reason.TOO_MANY, (stopped ? "more than " : "") + tooMany));
        }
        leftOut.sort(Comparator.comparing(LeftOut::path).thenComparing(LeftOut::reason));
        return new FolderTree(root, bounds, found, leftOut);
    }

    private void visit(
            InnerFolder folder, List<Entry> entries, Path place, String prefix, boolean built) {
        for (var entry : entries) {
            if (stopped) {
                return;
            }
            var path = prefix + entry.text();
            var attributes = entry.attributes();
            if (attributes.isSymbolicLink()) {
                leave(path, Reason.LINK, "");
            } else if (attributes.isDirectory()) {
                enter(folder, entries, entry, place, path, built);
            } else if (attributes.isRegularFile()) {
                take(path, place.resolve(entry.name()), attributes.size(), built);
            } else {
                leave(path, Reason.NOT_A_FILE, "");
            }
        }
    }

    private void enter(
            InnerFolder folder,
            List<Entry> siblings,
            Entry entry,
            Path place,
            String path,
            boolean built) {
        if (entry.text().equals(".git")) {
            leave(path + "/", Reason.REPOSITORY_STORE, "");
            return;
        }
        if (place.getNameCount() >= DEEPEST) {
            leave(path + "/", Reason.TOO_MUCH_INSIDE, "deeper than " + DEEPEST);
            return;
        }
        try (var inner = folder.folder(entry.name())) {
            var entries = entries(inner, path + "/");
            if (entries.stream().anyMatch(each -> each.text().equals(".git"))) {
                leave(path + "/", Reason.OTHER_REPOSITORY, "");
                return;
            }
            var begins = !built && isBuilt(place, entry.text(), siblings);
            if (begins) {
                leave(path + "/", Reason.BUILT, "");
            }
            visit(inner, entries, place.resolve(entry.name()), path + "/", built || begins);
        } catch (IOException unreadable) {
            leave(path + "/", Reason.UNREADABLE, because(unreadable));
        }
    }

    private static boolean isBuilt(Path parent, String name, List<Entry> siblings) {
        if (INSTALLED.contains(name) || isGradlesOwn(parent, name)) {
            return true;
        }
        var signs = OUTPUTS.getOrDefault(name, Set.of());
        return !signs.isEmpty()
                && siblings.stream().anyMatch(sibling -> signs.contains(sibling.text()));
    }

    /** People write settings into {@code .gradle} itself and scripts into its {@code init.d}. */
    private static boolean isGradlesOwn(Path parent, String name) {
        return parent.endsWith(".gradle") && !name.equals("init.d");
    }

    private void take(String path, Path place, long size, boolean built) {
        if (built && !TreeBounds.isArchive(path)) {
            return;
        }
        var reason = exclusions.reason(path);
        if (reason.isPresent()) {
            leave(path, Reason.EXCLUDED, reason.get());
        } else if (size > bounds.largest(path)) {
            leave(path, Reason.TOO_LARGE, size + " bytes");
        } else if (found.size() >= bounds.mostFiles()) {
            tooMany++;
            stopped = tooMany >= (long) COUNTED * bounds.mostFiles();
        } else if (found.putIfAbsent(path, new Place(place, size)) != null) {
            leave(path, Reason.UNREADABLE, "two names are spelled the same");
        }
    }

    private void leave(String path, Reason reason, String detail) {
        if (leftOut.size() < bounds.mostFiles()) {
            leftOut.add(new LeftOut(path, reason, detail));
        } else {
            tooMany++;
        }
    }

    private List<Entry> entries(InnerFolder folder, String prefix) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var name : folder.names()) {
            var text = NameText.of(name);
            try {
                entries.add(new Entry(name, text, folder.attributes(name)));
            } catch (IOException gone) {
                leave(prefix + text, Reason.UNREADABLE, because(gone));
            }
        }
        entries.sort(Comparator.comparing(Entry::order));
        return entries;
    }

    /** What the system says, without the path: that of a folder of ours says nothing new. */
    private static String because(IOException failure) {
        return failure instanceof java.nio.file.FileSystemException system
                        && system.getReason() != null
                ? system.getReason()
                : failure.getClass().getSimpleName();
    }
}
