package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of PostgreSQL, and explains what they say when they fail. */
final class Programs {

    private static final int PATIENCE_SECONDS = 120;
    private static final int TAIL = 4_000;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Binaries binaries;
    private final Path folder;
    private final Path serverLog;

    Programs(Binaries binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
        this.serverLog = folder.resolve("postgres.log");
    }

    void initdb(Path cluster, String superuser, Path passwordFile) {
        run(
                List.of(
                        program("initdb"),
                        "-D",
                        cluster.toString(),
                        "-U",
                        superuser,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions"));
    }

    void start(Path cluster) {
        keepLogSmall();
        run(
                List.of(
                        program("pg_ctl"),
                        "start",
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        "100",
                        "-l",
                        serverLog.toString()));
    }

    void stop(Path cluster) {
        run(List.of(program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w"));
    }

    /** Major version, for example 18. */
    int version() {
        var words = run(List.of(program("postgres"), "--version")).split(" ");
        return Integer.parseInt(words[words.length - 1].split("\\D")[0]);
    }

    private String program(String name) {
        return binaries.program(name).toString();
    }

    private String run(List<String> command) {
        var output = folder.resolve("command.log");
        try {
            var builder =
                    new ProcessBuilder(withoutCapabilities(command))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().remove("PGDATA");
            builder.environment().remove("PGPORT");
            var process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            var code = process.waitFor();
            var said = Files.readString(output).strip();
            if (code != 0) {
                throw explained(command, said);
            }
            return said;
        } catch (IOException cause) {
            throw new DatabaseNotStarted(
                    command.getFirst() + " cannot be run: " + cause.getMessage() + ".",
                    "Is the disk full, or mounted without the right to run programs (noexec)?",
                    cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new DatabaseNotStarted("The start was interrupted.", "Start again.", cause);
        }
    }

    private DatabaseNotStarted explained(List<String> command, String said) {
        var all = said + "\n" + tail(serverLog);
        if (all.contains("No space left on device") || all.contains("Disk quota exceeded")) {
            return new DatabaseNotStarted(
                    "No space is left on the disk that holds " + folder + ".",
                    "Free some space, then start again; nothing that was acknowledged is lost.");
        }
        if (all.contains("Address already in use")) {
            return new PortTaken(folder);
        }
        if (all.contains("Permission denied") || all.contains("has wrong ownership")) {
            return new DatabaseNotStarted(
                    "The account may not use " + folder + ": " + lastLine(all),
                    "The folder must belong to the account that runs the platform, with mode 0700.");
        }
        return new DatabaseNotStarted(
                Path.of(command.getFirst()).getFileName() + " failed: " + said,
                "The server's own words are in " + serverLog + ":\n" + tail(serverLog));
    }

    /** What a start added lately; enough for a cause, too little for a flood. */
    private static String tail(Path file) {
        try {
            if (!Files.exists(file)) {
                return "";
            }
            var text = Files.readString(file);
            return text.substring(Math.max(0, text.length() - TAIL)).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((before, line) -> line).orElse("");
    }

    /** So that {@link #tail} shows this start and no earlier one. */
    private void keepLogSmall() {
        try {
            if (Files.exists(serverLog)) {
                Files.move(
                        serverLog,
                        folder.resolve("postgres.before.log"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException cause) {
            throw new DatabaseNotStarted(
                    "The log " + serverLog + " cannot be put aside.",
                    "The folder must belong to the account that runs the platform.",
                    cause);
        }
    }

    /** A test run by root may hold the capability to read everything; its database must not. */
    private static List<String> withoutCapabilities(List<String> command) throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status) || !Files.isExecutable(SETPRIV)) {
            return command;
        }
        try (var lines = Files.lines(status)) {
            if (lines.anyMatch(line -> line.matches("CapAmb:\\s*0+"))) {
                return command;
            }
        }
        var clean =
                new ArrayList<>(
                        List.of(SETPRIV.toString(), "--ambient-caps=-all", "--inh-caps=-all"));
        clean.addAll(command);
        return clean;
    }

    /** Somebody else listens on the port that was chosen. */
    static final class PortTaken extends DatabaseNotStarted {
        PortTaken(Path folder) {
            super(
                    "Another program took the port that was chosen for " + folder + ".",
                    "Start again; another port is chosen then.");
        }
    }
}
