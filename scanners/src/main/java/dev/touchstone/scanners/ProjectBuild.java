package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a build of the scanned project, with its own rights, where a person allowed that. */
public final class ProjectBuild {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private ProjectBuild() {}

    /**
     * Runs a command of Maven with the user's own settings.
     *
     * @return null when it went well, else what it said last
     */
    public static @Nullable String run(List<String> command)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("touchstone-build-");
        try {
            Path log = folder.resolve("log");
            List<String> whole = new ArrayList<>(List.of("/usr/bin/env"));
            whole.add("JAVA_HOME=" + System.getProperty("java.home"));
            whole.add("HOME=" + System.getProperty("user.home"));
            whole.addAll(command);
            return switch (ChildProcess.run(whole, folder, log, LIMIT)) {
                case ChildProcess.End.Exit(int code) when code == 0 -> null;
                case ChildProcess.End.Exit(int code) when code == 127 ->
                        throw new IOException(command.getFirst() + " is not there");
                case ChildProcess.End.Exit(int code) ->
                        "the build ended with %d: %s".formatted(code, trouble(log));
                case ChildProcess.End.OutOfTime _ ->
                        "the build took longer than %d minutes".formatted(LIMIT.toMinutes());
            };
        } finally {
            delete(folder);
        }
    }

    private static String trouble(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        String text = new String(bytes, StandardCharsets.UTF_8);
        String line =
                text.lines()
                        .filter(each -> each.contains("ERROR") && each.length() > 10)
                        .findFirst()
                        .orElse(text.lines().reduce("", (_, last) -> last));
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
