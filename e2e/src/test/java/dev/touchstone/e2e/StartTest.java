package dev.touchstone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why, and leaves the data and no process behind. */
class StartTest {

    private @TempDir Path home;

    @Test
    void namesThePortThatIsTakenAndEndsItsDatabase() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = Server.on(home);
            var refused =
                    server.program().with("TOUCHSTONE_PORT", other.getLocalPort()).run("server");
            refused.exits(1);
            assertThat(refused.out() + refused.err())
                    .contains(
                            "Port " + other.getLocalPort() + " was already in use", "another port")
                    .doesNotContain("\tat ");
            assertThat(server.data().resolve("postgres/cluster/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void refusesDataOfANewerPostgresAndLeavesThemAsTheyAre() throws IOException {
        var server = Server.on(home);
        var version =
                Files.createDirectories(server.data().resolve("postgres/cluster"))
                        .resolve("PG_VERSION");
        Files.writeString(version, "99\n");
        server.program()
                .run("server")
                .exits(1)
                .printed("PostgreSQL 99", "newer platform", "Nothing was changed");
        assertThat(version).hasContent("99\n");
    }
}
