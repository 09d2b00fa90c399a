package dev.touchstone.server.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresTest {

    private static final Binaries BINARIES =
            Binaries.shippedBelow(Path.of(System.getProperty("java.io.tmpdir"), "programs"));

    @TempDir Path data;

    private EmbeddedPostgres postgres;

    @AfterEach
    void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void keepsItsDataOverAStopAndAKill() throws Exception {
        postgres = start();
        sql("CREATE TABLE kept (id int)");
        postgres.close();

        postgres = start();
        sql("INSERT INTO kept VALUES (1)");
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);

        postgres = start();
        assertThat(number("SELECT count(*) FROM kept")).isEqualTo(1);
    }

    @Test
    void adoptsTheServerThatOutlivedThePlatform() {
        postgres = start();
        var again = start();

        assertThat(again.pid()).isEqualTo(postgres.pid());
    }

    @Test
    void replacesAServerOfAnotherRelease() throws Exception {
        postgres = start();
        sql("CREATE TABLE kept (id int)");
        var before = postgres.pid();
        var other = data.resolve("other-release");
        FileSystemUtils.copyRecursively(BINARIES.folder(), other);
        try (var programs = Files.list(other.resolve("bin"))) {
            programs.forEach(program -> program.toFile().setExecutable(true));
        }

        postgres =
                EmbeddedPostgres.start(
                        data.resolve("postgres"),
                        new Binaries(other),
                        List.of("shared_buffers = 16MB"));

        assertThat(postgres.pid()).isNotEqualTo(before);
        assertThat(number("SELECT count(*) FROM kept")).isZero();
    }

    @Test
    void writesThroughToTheDiskAndListensOnLoopbackOnly() {
        postgres = start();

        assertThat(text("SHOW fsync")).isEqualTo("on");
        assertThat(text("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(text("SHOW full_page_writes")).isEqualTo("on");
        assertThat(text("SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(text("SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void asksEverybodyForAPasswordThatOnlyTheAccountCanRead() throws Exception {
        postgres = start();
        var wrong = new Access(postgres.superuser().url(), "postgres", "guessed");

        assertThatThrownBy(() -> wrong.dataSource().getConnection())
                .hasMessageContaining("password authentication failed");
        try (var files = Files.list(data.resolve("postgres"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".password")))
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesDataOfANewerVersion() throws Exception {
        postgres = start();
        postgres.close();
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "99\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("written by PostgreSQL 99; this platform brings 18");
        postgres = null;
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
        postgres = start();
        postgres.close();
        var before = Integer.parseInt(Folders.read(data.resolve("postgres/port")));
        try (var socket =
                new java.net.ServerSocket(before, 1, java.net.InetAddress.getLoopbackAddress())) {
            postgres = start();
            assertThat(postgres.superuser().url())
                    .doesNotContain(":" + socket.getLocalPort() + "/");
        }
    }

    @Test
    void beginsAnewAfterAFirstStartThatWasKilled() throws Exception {
        Files.createDirectories(data.resolve("postgres/cluster.new/base"));

        postgres = start();

        assertThat(number("SELECT 1")).isEqualTo(1);
    }

    @Test
    void explainsAFullDisk() throws Exception {
        assertThatThrownBy(
                        () ->
                                EmbeddedPostgres.start(
                                        data.resolve("postgres"),
                                        fake(
                                                "initdb: error: could not write: No space left on device"),
                                        List.of()))
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("No space is left on the disk");
    }

    @Test
    void refusesRoot() {
        assertThatThrownBy(() -> OrdinaryAccount.require(0))
                .isInstanceOf(DatabaseNotStarted.class)
                .hasMessageContaining("do not run as root");
    }

    @Test
    void letsOnlyOnePlatformIntoAFolder() {
        try (var first = FolderLock.take(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(data))
                    .isInstanceOf(DatabaseNotStarted.class)
                    .hasMessageContaining("Another Touchstone is running");
        }
        FolderLock.take(data).close();
    }

    private Binaries fake(String says) throws Exception {
        var program = Files.createDirectories(data.resolve("fake/bin")).resolve("initdb");
        Files.writeString(program, "#!/bin/sh\necho '" + says + "' >&2\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Binaries(data.resolve("fake"));
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(
                data.resolve("postgres"), BINARIES, List.of("shared_buffers = 16MB"));
    }

    private void sql(String sql) {
        JdbcClient.create(postgres.superuser().dataSource()).sql(sql).update();
    }

    private int number(String sql) {
        return JdbcClient.create(postgres.superuser().dataSource())
                .sql(sql)
                .query(Integer.class)
                .single();
    }

    private String text(String sql) {
        return JdbcClient.create(postgres.superuser().dataSource())
                .sql(sql)
                .query(String.class)
                .single();
    }
}
