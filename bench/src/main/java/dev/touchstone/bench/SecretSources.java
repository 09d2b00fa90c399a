package dev.touchstone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ordinary source text to scan: that of this repository. */
public final class SecretSources {

    private static final List<String> SOURCES =
            List.of(
                    "contract",
                    "formats",
                    "engine",
                    "scanners",
                    "server",
                    "cli",
                    "web/src",
                    "docs");
    private static final List<String> TEXTS =
            List.of(".java", ".ts", ".tsx", ".yml", ".json", ".md", ".xml", ".sql", ".css");

    private SecretSources() {}

    /** In the order of their paths, folder by folder. */
    public static List<Path> below(Path root) throws IOException {
        var files = new ArrayList<Path>();
        for (String folder : SOURCES) {
            try (Stream<Path> below = Files.walk(root.resolve(folder))) {
                below.filter(file -> TEXTS.stream().anyMatch(file.toString()::endsWith))
                        .filter(
                                file ->
                                        !file.toString().contains("/target/")
                                                && Files.isRegularFile(file))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
