package dev.touchstone.scanners;

import dev.touchstone.scanners.tree.Exclusions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a build left behind below a folder: class folders, libraries, and the sources they came
 * from. Links are not followed, so nothing outside of the folder is read.
 */
final class CompiledCode {

    /** Class folders of the usual build tools, relative to their module. */
    private static final List<String> OUTPUTS =
            List.of(
                    "target/classes",
                    "build/classes/java/main",
                    "build/classes/kotlin/main",
                    "build/classes/scala/main",
                    "out/production/classes",
                    "bin/main");

    private static final List<String> SOURCES =
            List.of("src/main/java", "src/main/kotlin", "src/main/scala");
    private static final Set<String> SOURCE_ENDINGS = Set.of("java", "kt", "scala", "groovy");
    private static final Set<String> SKIPPED =
            Set.of(".git", ".hg", ".svn", "node_modules", ".gradle", ".idea", "test-classes");

    private final Path root;
    private final Exclusions exclusions;
    private final List<Path> classFolders = new ArrayList<>();
    private int classes;
    private final List<Path> libraries = new ArrayList<>();
    private final Map<String, TreeSet<String>> sourcesByName = new HashMap<>();
    private final Map<Path, FileTime> newestSource = new TreeMap<>();
    private final Map<Path, FileTime> newestClass = new HashMap<>();

    private CompiledCode(Path root, Exclusions exclusions) {
        this.root = root;
        this.exclusions = exclusions;
    }

    static CompiledCode of(ScanTarget target) throws IOException {
        var code = new CompiledCode(target.root(), target.exclusions());
        Files.walkFileTree(target.root(), code.new Walk());
        Collections.sort(code.classFolders);
        Collections.sort(code.libraries);
        return code;
    }

    int classes() {
        return classes;
    }

    List<Path> classFolders() {
        return classFolders;
    }

    /** Jars in folders where builds gather what a program needs. */
    List<Path> libraries() {
        return libraries;
    }

    /** Modules that have sources and no classes, relative to the root. */
    List<String> modulesNotCompiled() {
        return newestSource.keySet().stream()
                .filter(module -> !newestClass.containsKey(module))
                .map(this::relative)
                .toList();
    }

    /** Modules in which a source is younger than every class. */
    List<String> modulesOutOfDate() {
        return newestSource.entrySet().stream()
                .filter(
                        module -> {
                            var compiled = newestClass.get(module.getKey());
                            return compiled != null && compiled.compareTo(module.getValue()) < 0;
                        })
                .map(module -> relative(module.getKey()))
                .toList();
    }

    /**
     * The file that a class names as its source, relative to the root.
     *
     * @param packagePath for example {@code bank/Account.java}
     * @return null when there is no such file
     */
    @Nullable String sourceOf(String packagePath) {
        var name = packagePath.substring(packagePath.lastIndexOf('/') + 1);
        var candidates = sourcesByName.getOrDefault(name, new TreeSet<>());
        for (var candidate : candidates) {
            if (candidate.equals(packagePath) || candidate.endsWith("/" + packagePath)) {
                return candidate;
            }
        }
        return null;
    }

    SourceLines sources() {
        return new SourceLines(root);
    }

    private String relative(Path path) {
        var name = root.relativize(path).toString().replace('\\', '/');
        return name.isEmpty() ? "." : name;
    }

    private static @Nullable Path moduleOf(Path folder, List<String> places) {
        for (var place : places) {
            if (folder.endsWith(place)) {
                return folder.resolve("../".repeat(Path.of(place).getNameCount())).normalize();
            }
        }
        return null;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private @Nullable Path sourceModule;
        private @Nullable Path sourceFolder;
        private @Nullable Path classModule;
        private @Nullable Path classFolder;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName();
            if (!folder.equals(root) && name != null && SKIPPED.contains(name.toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            var sources = moduleOf(folder, SOURCES);
            if (sources != null) {
                sourceModule = sources;
                sourceFolder = folder;
            }
            var classes = moduleOf(folder, OUTPUTS);
            if (classes != null) {
                classModule = classes;
                classFolder = folder;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (folder.equals(sourceFolder)) {
                sourceFolder = null;
                sourceModule = null;
            }
            if (folder.equals(classFolder)) {
                classFolder = null;
                classModule = null;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            var ending = name.substring(name.lastIndexOf('.') + 1);
            if (exclusions.reason(relative(file)).isPresent()) {
                return FileVisitResult.CONTINUE;
            }
            if (SOURCE_ENDINGS.contains(ending)) {
                sourcesByName.computeIfAbsent(name, n -> new TreeSet<>()).add(relative(file));
                if (sourceModule != null && !name.equals("package-info.java")) {
                    newestSource.merge(sourceModule, attributes.lastModifiedTime(), this::later);
                }
            } else if (ending.equals("class") && classModule != null && classFolder != null) {
                if (!classFolders.contains(classFolder)) {
                    classFolders.add(classFolder);
                }
                classes++;
                newestClass.merge(classModule, attributes.lastModifiedTime(), this::later);
            } else if (ending.equals("jar") && isLibrary(file)) {
                libraries.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private boolean isLibrary(Path file) {
            var folder = file.resolveSibling("");
            return folder.endsWith("lib")
                    || folder.endsWith("libs")
                    || folder.endsWith("target/dependency");
        }

        private FileTime later(FileTime one, FileTime other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }
}
