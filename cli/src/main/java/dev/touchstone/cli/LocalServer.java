package dev.touchstone.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The platform as a background process of this machine. */
final class LocalServer {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(60);

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
        if (process().isPresent() && platform.isHealthy()) {
            return;
        }
        if (process().isEmpty()) {
            refuseTakenPort();
            start();
        }
        var deadline = System.nanoTime() + START.toNanos();
        while (!platform.isHealthy()) {
            if (process().isEmpty()) {
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

    private void start() throws IOException {
        Files.createDirectories(folder());
        var builder =
                new ProcessBuilder("setsid", launcher.script().toString(), "server")
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        builder.environment().putAll(Map.of("TOUCHSTONE_URL", address));
        var process = builder.start();
        Files.writeString(
                pidFile(),
                process.pid()
                        + " "
                        + process.info().startInstant().map(Object::toString).orElse("")
                        + "\n");
    }

    /** The process of the pid file, if it is still the same one. */
    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        var words = Files.readString(pidFile()).strip().split(" ");
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(
                        process ->
                                words.length < 2
                                        || process.info()
                                                .startInstant()
                                                .map(Object::toString)
                                                .orElse("")
                                                .equals(words[1]));
    }

    private void refuseTakenPort() {
        var uri = URI.create(address);
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort()),
                    1_000);
            throw new Trouble(Exit.NOT_REACHED, "trouble.port", uri.getPort());
        } catch (IOException free) {
            // nobody listens: the port is ours to take
        }
    }

    private String lastWords() throws IOException {
        return Files.readString(log())
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("");
    }

    /** Of the person who started it, not of the account that serves. */
    Path folder() {
        return launcher.home().resolve("build").resolve("run");
    }

    Path log() {
        return folder().resolve("server.log");
    }

    private Path pidFile() {
        return folder().resolve("server.pid");
    }
}
