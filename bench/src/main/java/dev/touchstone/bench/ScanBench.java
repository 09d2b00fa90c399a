package dev.touchstone.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged {@code touchstone scan} on a project with a history: the first time, again without a
 * change, and after small changes. Then a tree of 200,000 files.
 */
final class ScanBench implements Benchmark {

    private static final int CLASSES = 1_000;
    private static final int COMMITS = 500;
    private static final int MANY_FILES = 200_000;
    private static final double WHOLE_SECONDS = 150;
    private static final double INCREMENTAL_SECONDS = 10;

    @Override
    public List<Measurement> measure() throws Exception {
        var folder = Files.createTempDirectory("touchstone-bench-");
        try {
            var measurements = new ArrayList<>(project(folder));
            measurements.add(manyFiles(folder));
            return measurements;
        } finally {
            delete(folder);
        }
    }

    private static List<Measurement> project(Path folder) throws Exception {
        var root = Files.createDirectories(folder.resolve("bank"));
        var project = GeneratedProject.make(root, CLASSES, COMMITS);
        var size =
                "%,d classes, %,d lines, %d commits"
                        .formatted(CLASSES, project.lines(CLASSES), COMMITS);
        var whole = scan(folder, root);
        var again = scan(folder, root);
        Files.writeString(
                root.resolve("src/main/resources/application.yml"),
                "spring:\n  datasource:\n    url: jdbc:postgresql://db/bank2\n");
        var first = root.resolve(GeneratedProject.path(1));
        Files.writeString(first, GeneratedProject.source(1, 9_999));
        var edited = scan(folder, root);
        project.compile(List.of(first));
        var compiled = scan(folder, root);
        return List.of(
                row("scan, " + size, whole, "≤ 150 s", WHOLE_SECONDS),
                row("scan again, nothing changed", again, "≤ 10 s", INCREMENTAL_SECONDS),
                row(
                        "scan again, a source and a setting edited",
                        edited,
                        "≤ 10 s",
                        INCREMENTAL_SECONDS),
                row(
                        "scan again, the source compiled: all bytecode is looked at anew",
                        compiled,
                        "≤ 10 s",
                        INCREMENTAL_SECONDS));
    }

    private static Measurement manyFiles(Path folder) throws Exception {
        var root = Files.createDirectories(folder.resolve("many"));
        for (var i = 0; i < MANY_FILES; i++) {
            var part = root.resolve("d" + i / 1_000);
            if (i % 1_000 == 0) {
                Files.createDirectories(part);
            }
            Files.writeString(part.resolve("f" + i + ".properties"), "key" + i + "=value\n");
        }
        Files.writeString(root.resolve("one-more.txt"), "");
        return row("scan, %,d files".formatted(MANY_FILES), scan(folder, root), "ends", 600);
    }

    private record Took(double seconds, String processor) {}

    private static Measurement row(String work, Took took, String budget, double most) {
        return new Measurement(
                work,
                "%.1f s (processor: %s)".formatted(took.seconds(), took.processor()),
                "-",
                budget,
                took.seconds() <= most);
    }

    /** The whole program, from its start to its end; the shell counts what its children used. */
    private static Took scan(Path folder, Path root) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var builder =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                "\"$0\" \"$@\"; code=$?; times; exit $code",
                                Path.of("touchstone").toAbsolutePath().toString(),
                                "scan",
                                root.toString(),
                                "--sarif",
                                folder.resolve("x.sarif").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("CI");
        var begun = System.nanoTime();
        var exit = builder.start().waitFor();
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (!Arrays.asList(0, 1, 3).contains(exit)) {
            throw new IllegalStateException(Files.readString(log, StandardCharsets.UTF_8));
        }
        try (var lines = Files.lines(log)) {
            var used = lines.reduce((one, next) -> next).orElse("").strip();
            return new Took(seconds, used.replace(" ", " + "));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
