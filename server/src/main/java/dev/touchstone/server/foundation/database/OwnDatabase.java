package dev.touchstone.server.foundation.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The database that the platform brings along: durable, for trying and for pilots. */
record OwnDatabase(
        FolderLock lock,
        EmbeddedPostgres postgres,
        KeepRunning keeper,
        Access owner,
        Access application)
        implements Database {

    static final String NAME = "touchstone";

    /** For a small machine that also runs the platform; durability stays as PostgreSQL ships it. */
    static final List<String> SETTINGS =
            List.of(
                    "max_connections = 40",
                    "shared_buffers = 320MB",
                    "wal_buffers = 16MB",
                    "effective_cache_size = 1GB",
                    "work_mem = 16MB",
                    "maintenance_work_mem = 128MB",
                    "max_wal_size = 2GB",
                    "random_page_cost = 1.1",
                    "jit = off",
                    "max_parallel_workers_per_gather = 1",
                    "log_min_duration_statement = 5000",
                    "log_parameter_max_length = 0",
                    "log_parameter_max_length_on_error = 0");

    static OwnDatabase start(Path data) {
        OrdinaryAccount.require();
        var folder = data.toAbsolutePath().resolve("postgres");
        Folders.createPrivate(data.toAbsolutePath());
        var lock = FolderLock.take(folder);
        try {
            var postgres =
                    EmbeddedPostgres.start(
                            folder, Binaries.shippedBelow(data.resolve("programs")), SETTINGS);
            var owner = postgres.access(Roles.OWNER, NAME);
            var application = postgres.access(Roles.APPLICATION, NAME);
            var superuser = postgres.superuser().dataSource();
            Roles.make(superuser, List.of(owner, application));
            Roles.makeDatabase(superuser, NAME);
            return new OwnDatabase(lock, postgres, KeepRunning.of(postgres), owner, application);
        } catch (RuntimeException cause) {
            lock.close();
            throw cause;
        }
    }

    /** Beside a platform that serves from the folder, or alone when none does. */
    static Database startOrJoin(Path data) {
        OrdinaryAccount.require();
        var folder = data.toAbsolutePath().resolve("postgres");
        if (!Files.exists(folder.resolve("cluster"))) {
            throw new DatabaseNotStarted(
                    "There is no Touchstone data in " + data + ".",
                    "Name its folder with TOUCHSTONE_DATA, and run this as the account that owns it.");
        }
        if (FolderLock.isFree(folder)) {
            return start(data);
        }
        var postgres =
                EmbeddedPostgres.join(folder, Binaries.shippedBelow(data.resolve("programs")));
        return new ExternalDatabase(
                postgres.access(Roles.OWNER, NAME), postgres.access(Roles.APPLICATION, NAME));
    }

    @Override
    public void close() {
        keeper.close();
        postgres.close();
        lock.close();
    }
}
