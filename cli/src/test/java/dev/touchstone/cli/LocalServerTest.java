package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerTest {

    private @TempDir Path home;

    @Test
    void saysThatThePortIsTakenAndStartsNothing() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var started = home.resolve("started");
            var server = server(other.getLocalPort(), "touch " + started);
            assertThatThrownBy(server::ensureRunning)
                    .isInstanceOfSatisfying(
                            Trouble.class,
                            trouble -> {
                                assertThat(trouble.exit()).isEqualTo(Exit.NOT_REACHED);
                                assertThat(trouble.text(Texts.of("en")))
                                        .contains(other.getLocalPort() + "", "TOUCHSTONE_PORT");
                            });
            assertThat(started).doesNotExist();
        }
    }

    @Test
    void tellsTheLastWordsOfAServerThatEndedWhileStarting() throws IOException {
        var server = server(freePort(), "echo 'The data are of a newer version.'; exit 1");
        assertThatThrownBy(server::ensureRunning)
                .isInstanceOfSatisfying(
                        Trouble.class,
                        trouble ->
                                assertThat(trouble.text(Texts.of("en")))
                                        .contains(
                                                "The data are of a newer version.",
                                                server.log().toString()));
    }

    @Test
    void endsNoProcessThatIsNotOurs() throws IOException {
        var server = server(freePort(), "");
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/server.pid"), ProcessHandle.current().pid() + "\n");
        assertThat(server.stop()).isFalse();
        Files.writeString(home.resolve("run/server.pid"), "not a number\n");
        assertThat(server.stop()).isFalse();
    }

    @Test
    void needsAnAddressWithAPort() throws IOException {
        assertThatThrownBy(server(-1, "")::ensureRunning)
                .isInstanceOfSatisfying(
                        Trouble.class,
                        trouble -> assertThat(trouble.key()).isEqualTo("trouble.address"));
    }

    /** A server whose launcher is the given script. */
    private LocalServer server(int port, String script) throws IOException {
        var launcher = Files.writeString(home.resolve("touchstone"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new LocalServer(
                new Terminal(
                        nowhere,
                        nowhere,
                        Texts.of("en"),
                        Map.of(
                                "TOUCHSTONE_URL", "http://127.0.0.1" + (port < 0 ? "" : ":" + port),
                                "TOUCHSTONE_LAUNCHER", launcher.toString(),
                                "TOUCHSTONE_RUN", home.resolve("run").toString()),
                        Clock.systemUTC()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
