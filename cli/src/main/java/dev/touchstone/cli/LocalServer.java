package dev.touchstone.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The platform as a background process of this machine. */
final class LocalServer {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String CAUSE = "Caused by: ";
    private static final String SERVER = "dev.touchstone.server.TouchstoneServer";

    private final Terminal terminal;
    private final Launcher launcher;
    private final String address;

    LocalServer(Terminal terminal) {
        this.terminal = terminal;
        this.launcher = new Launcher(terminal);
        this.address = terminal.environment("TOUCHSTONE_URL", "http://127.0.0.1:8080");
    }

    String address() {
        return address;
    }

    /** Starts the server when it does not run yet, and waits until it answers. */
    void ensureRunning() throws IOException, InterruptedException {
        var platform = new Platform(address, terminal.texts());
        if (process().isPresent()) {
            if (platform.isHealthy() && isOfThisBuild()) {
                return;
            }
            if (!isOfThisBuild()) {
                stop();
            }
        }
        @Nullable Process started = null;
        if (process().isEmpty()) {
            refuseTakenPort();
            started = start();
        }
        var deadline = System.nanoTime() + START.toNanos();
        while (!platform.isHealthy()) {
            if (started != null && !started.isAlive()) {
                throw new Trouble(Exit.NOT_REACHED, "trouble.serverEnded", log(), lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new Trouble(Exit.NOT_REACHED, "trouble.serverSlow", START.toSeconds(), log());
            }
            Thread.sleep(200);
        }
    }

    /** Ends the process in an orderly way. */
    boolean stop() throws IOException {
        var running = process();
        running.ifPresent(
                process -> {
                    process.destroy();
                    try {
                        process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    } catch (ExecutionException | TimeoutException slow) {
                        process.destroyForcibly();
                    }
                });
        Files.deleteIfExists(pidFile());
        return running.isPresent();
    }

    private Process start() throws IOException {
        Files.createDirectories(folder());
        return new ProcessBuilder("setsid", launcher.script().toString(), "server")
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    /** The process that the launcher noted, if it is still a server of ours. */
    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        var pid = Files.readString(pidFile()).strip();
        return pid.matches("[0-9]{1,9}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(LocalServer::isOurs)
                : Optional.empty();
    }

    /** A server of an older build goes on serving what it was built from. */
    private boolean isOfThisBuild() throws IOException {
        var noted = folder().resolve("server.build");
        return Files.exists(noted)
                && Files.readString(noted)
                        .strip()
                        .equals(terminal.environment("TOUCHSTONE_BUILD", "").strip());
    }

    private static boolean isOurs(ProcessHandle process) {
        try {
            var command =
                    Files.readString(Path.of("/proc", process.pid() + "", "cmdline"))
                            .replace('\0', ' ');
            return process.isAlive()
                    && (command.contains(SERVER) || command.contains("/touchstone server"));
        } catch (IOException gone) {
            return false;
        }
    }

    private void refuseTakenPort() {
        var uri = uri();
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort()),
                    1_000);
            throw new Trouble(Exit.NOT_REACHED, "trouble.port", uri.getPort());
        } catch (IOException free) {
            // nobody listens: the port is ours to take
        }
    }

    /** With a port: the platform of this machine listens on one that is named. */
    private URI uri() {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null && uri.getPort() > 0) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw Trouble.wrongUse("trouble.address", address);
    }

    /** The innermost cause when the log names one, else its last line. */
    private String lastWords() throws IOException {
        var words = "";
        var cause = "";
        for (var line : Files.readAllLines(log())) {
            if (line.startsWith(CAUSE)) {
                cause = line.substring(CAUSE.length());
            }
            words = line.isBlank() ? words : line.strip();
        }
        return cause.isEmpty() ? words : cause;
    }

    /** Of the person who started it, not of the account that serves. */
    private Path folder() {
        return Path.of(terminal.environment("TOUCHSTONE_RUN", launcher.home() + "/build/run"));
    }

    Path log() {
        return folder().resolve("server.log");
    }

    private Path pidFile() {
        return folder().resolve("server.pid");
    }
}
