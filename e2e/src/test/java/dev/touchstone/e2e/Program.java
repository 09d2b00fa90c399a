package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./touchstone} with an environment of its own; every run is a process. */
final class Program {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 180;

    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();

    /**
     * @param home folder of the person who types, for what is trusted and remembered
     */
    Program(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        environment.put("LANG", "en_US.UTF-8");
        environment.put("TOUCHSTONE_DATA", home.resolve("data").toString());
        environment.put("TOUCHSTONE_RUN", home.resolve("run").toString());
    }

    static Path launcher() {
        return Path.of(System.getProperty("touchstone.launcher", "../touchstone")).toAbsolutePath();
    }

    Program with(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    /** A token in a private file, as a pipeline has it. */
    Program withToken(String token) {
        var file = home.resolve("token-" + Integer.toHexString(token.hashCode()));
        try {
            Files.writeString(file, token + "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return with("TOUCHSTONE_TOKEN_FILE", file);
    }

    Path home() {
        return home;
    }

    /** Runs to the end. */
    Ended run(Object... arguments) {
        try {
            var out = Files.createTempFile(home, "out", ".txt");
            var err = Files.createTempFile(home, "err", ".txt");
            var process =
                    builder(arguments)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "touchstone " + List.of(arguments) + " did not end: " + read(err));
            }
            var ended = new Ended(process.exitValue(), read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    /** Starts and does not wait; output and errors go to the file. */
    Process start(Path log, Object... arguments) throws IOException {
        return builder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private ProcessBuilder builder(Object... arguments) {
        var command = new ArrayList<>(List.of(launcher().toString()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** What a process said and how it ended. */
    record Ended(int exit, String out, String err) {

        /** Checks the exit code; the message of a failure shows what was said. */
        Ended exits(int expected) {
            assertThat(exit).as("%s%n%s", out, err).isEqualTo(expected);
            return this;
        }

        /** Checks that the messages name all of these. */
        Ended says(Object... parts) {
            for (var part : parts) {
                assertThat(err).contains(part.toString());
            }
            assertThat(err).doesNotContain("\tat ", "Exception in thread");
            return this;
        }

        /** Checks that the log, which a server writes to standard output, names all of these. */
        Ended printed(Object... parts) {
            for (var part : parts) {
                assertThat(out + err).contains(part.toString());
            }
            assertThat(out + err).doesNotContain("\tat ");
            return this;
        }

        JsonNode json() {
            return JSON.readTree(out);
        }
    }
}
