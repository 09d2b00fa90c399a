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
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    private static final TestPostgres ONLY = new TestPostgres();

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

    private EmbeddedPostgres enter() {
        try {
            var alone = use.tryLock();
            if (alone != null) {
                alone.release();
            }
            inUse = use.lock(0, Long.MAX_VALUE, true);
            var postgres = EmbeddedPostgres.start(FOLDER.resolve("server"), binaries(), FAST);
            Roles.make(
                    postgres.superuser().dataSource(),
                    List.of(
                            postgres.access(Roles.OWNER, "postgres"),
                            postgres.access(Roles.APPLICATION, "postgres")));
            if (alone != null) {
                sweep(JdbcClient.create(postgres.superuser().dataSource()));
            }
            return postgres;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Databases of earlier runs; templates stay, but for more than a few. */
    private static void sweep(JdbcClient jdbc) {
        var names =
                jdbc.sql(
                                """
                                SELECT datname FROM pg_database WHERE datname LIKE 't\\_%'
                                UNION ALL
                                (SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'
                                 ORDER BY oid DESC OFFSET 3)
                                """)
                        .query(String.class)
                        .list();
        names.forEach(name -> jdbc.sql("DROP DATABASE %s WITH (FORCE)".formatted(name)).update());
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
                        }
                        return null;
                    } catch (IOException cause) {
                        throw new UncheckedIOException(cause);
                    }
                });
    }

    private static FileChannel channel(String name) throws IOException {
        return FileChannel.open(
                FOLDER.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
