package dev.touchstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A project that a person scans, with a real repository where one is asked for. */
record Bank(Path root) {

    static final String WEAK_IMAGE =
            """
            FROM eclipse-temurin:25-jre
            COPY bank.jar /bank.jar
            USER root
            CMD ["java", "-jar", "/bank.jar"]
            """;

    Bank file(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Bank repository() throws Exception {
        Files.createDirectories(root);
        git("init", "-q", "-b", "main");
        return this;
    }

    String commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", message);
        return git("rev-parse", "HEAD").strip();
    }

    String git(String... words) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                "git",
                                "-c",
                                "user.name=Chen",
                                "-c",
                                "user.email=chen@bank.example",
                                "-C",
                                root.toString()));
        command.addAll(Arrays.asList(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + out);
        }
        return out;
    }
}
