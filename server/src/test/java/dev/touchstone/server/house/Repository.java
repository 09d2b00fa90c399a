package dev.touchstone.server.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The source tree as the rules see it: what people wrote, without build outputs and samples. */
final class Repository {

    private static final Set<String> NOT_OURS =
            Set.of(
                    "target",
                    "node_modules",
                    "dist",
                    "build",
                    ".git",
                    "samples",
                    ".idea",
                    ".vscode");

    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above the working directory holds .mvn");
        }
        return folder;
    }

    /** Files whose name ends so, in the order of their paths. */
    static List<Path> files(String... endings) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    root(),
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            boolean skip =
                                    !folder.equals(root())
                                            && NOT_OURS.contains(folder.getFileName().toString());
                            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (Stream.of(endings)
                                    .anyMatch(file.getFileName().toString()::endsWith)) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        found.sort(null);
        return found;
    }

    /** Java files of main source sets. */
    static List<Path> mainJava() {
        return files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String name(Path file) {
        return root().relativize(file).toString();
    }
}
