package dev.touchstone.server;

import dev.touchstone.server.foundation.database.Access;
import dev.touchstone.server.foundation.database.Binaries;
import dev.touchstone.server.foundation.database.EmbeddedPostgres;
import dev.touchstone.server.foundation.database.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL for all test runs of this account: whoever comes first starts it, whoever leaves
 * last stops it. Two lock files say who is here: {@code use} is held shared for the life of a JVM,
 * {@code start} exclusively for the moment of starting, stopping or making a template.
 */
final class TestPostgres {

    /** Tests can run against the machine's own server: {@code -Dtouchstone.test.postgres=15}. */
    private static final String VERSION = ChosenPostgres.version();

    private static final Path FOLDER =
            Path.of(System.getProperty("java.io.tmpdir"), "touchstone-test-postgres-" + VERSION);
    private static final List<String> FAST =
            List.of(
                    "fsync = off",
                    "synchronous_commit = off",
                    "full_page_writes = off",
                    "max_connections = 300",
                    "shared_buffers = 64MB",
                    "jit = off",
                    "autovacuum_naptime = 10s");

    private static final Path SERVER = FOLDER.resolve("server");
    private static final TestPostgres ONLY = new TestPostgres();

    private final Set<String> databases = ConcurrentHashMap.newKeySet();
    private final FileChannel use;
    private final EmbeddedPostgres server;
    private FileLock inUse;

    private TestPostgres() {
        try {
            Files.createDirectories(FOLDER);
            use = channel("use.lock");
            server = exclusively(this::enter);
            Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static TestPostgres get() {
        return ONLY;
    }

    JdbcClient superuser() {
        return JdbcClient.create(server.superuser().dataSource());
    }

    Access superuser(String database) {
        return server.superuser().on(database);
    }

    Access access(String role, String database) {
        return server.access(role, database);
    }

    Path passwordFile(String role) {
        return server.folder().resolve(role + ".password");
    }

    /** Runs while no other JVM starts, stops or makes a template. */
    <T> T exclusively(Supplier<T> work) {
        try (var channel = channel("start.lock");
                var lock = channel.lock()) {
            return work.get();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Binaries binaries() {
        if (ChosenPostgres.isShipped()) {
            return Binaries.shippedBelow(FOLDER);
        }
        return new Binaries(ChosenPostgres.folder());
    }

    /** Remembers a database that goes when this JVM goes. */
    void made(String database) {
        databases.add(database);
    }

    private EmbeddedPostgres enter() {
        try {
            var alone = use.tryLock();
            if (alone != null) {
                alone.release();
                beginAnew();
            }
            inUse = use.lock(0, Long.MAX_VALUE, true);
            var postgres = start();
            Roles.make(
                    postgres.superuser().dataSource(),
                    List.of(
                            postgres.access(Roles.OWNER, "postgres"),
                            postgres.access(Roles.APPLICATION, "postgres")));
            return postgres;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(SERVER, binaries(), FAST);
    }

    /**
     * Dropping what earlier runs left takes longer than putting back a cluster that nobody used
     * yet.
     */
    private static void beginAnew() throws IOException {
        var cluster = SERVER.resolve("cluster");
        var unused = FOLDER.resolve("unused");
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            start().close();
        }
        FileSystemUtils.deleteRecursively(cluster);
        if (!Files.exists(unused)) {
            start().close();
            FileSystemUtils.copyRecursively(cluster, unused);
        } else {
            FileSystemUtils.copyRecursively(unused, cluster);
            Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void leave() {
        exclusively(
                () -> {
                    try {
                        inUse.release();
                        var alone = use.tryLock();
                        if (alone != null) {
                            server.close();
                            alone.release();
                        } else {
                            databases.forEach(this::drop);
                        }
                        return null;
                    } catch (IOException cause) {
                        throw new UncheckedIOException(cause);
                    }
                });
    }

    private void drop(String database) {
        superuser().sql("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database)).update();
    }

    private static FileChannel channel(String name) throws IOException {
        return FileChannel.open(
                FOLDER.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
