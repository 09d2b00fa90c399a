package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A real server process on a folder and a port of its own, with the database that it brings. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LOOK_MILLIS = 50;

    private final Path home;
    private final int port;
    private @Nullable Process process;

    private Server(Path home, int port) {
        this.home = home;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static Server on(Path home) throws IOException {
        return new Server(home, freePort());
    }

    /** Starts, and waits until it serves. */
    Server start() throws IOException {
        begin();
        await("the server serves", this::isHealthy);
        return this;
    }

    /** Starts and does not wait. */
    Process begin() throws IOException {
        process = program().start(log(), "server");
        return process;
    }

    /** The command line for this platform. */
    Program program() {
        return new Program(home).with("TOUCHSTONE_PORT", port).with("TOUCHSTONE_URL", address());
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("server.log");
    }

    boolean isHealthy() {
        try {
            return Http.nobody(address())
                            .send("GET", "/actuator/health", BodyPublishers.noBody())
                            .statusCode()
                    == 200;
        } catch (IOException down) {
            return false;
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As if the power went: no time to say anything. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Process id of the database's server. */
    long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postgres/cluster/postmaster.pid")).getFirst());
    }

    /** Ends the database and all that serves its clients at once. */
    void killDatabase() throws IOException {
        var postmaster = ProcessHandle.of(postmaster());
        var all =
                postmaster
                        .map(
                                root ->
                                        java.util.stream.Stream.concat(
                                                        java.util.stream.Stream.of(root),
                                                        root.descendants())
                                                .toList())
                        .orElse(List.of());
        all.forEach(ProcessHandle::destroyForcibly);
        await("the database is dead", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Looks until it holds; fails when the process ended or patience is at its end. */
    void await(String what, BooleanSupplier holds) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline || (process != null && !process.isAlive())) {
                assertThat(holds.getAsBoolean()).as("%s%n%s", what, lastWords()).isTrue();
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException cause) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(cause);
            }
        }
    }

    String lastWords() throws IOException {
        var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    @Override
    public void close() {
        var running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
