package dev.touchstone.server.foundation.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings the schema of every module up to date, as the owner of the database, and gives the
 * application's role what it needs and no more.
 */
public final class Migrations {

    /** Modules with tables, in the order of their migrations. */
    public static final List<String> MODULES =
            List.of(
                    "access",
                    "catalog",
                    "ledger",
                    "approvals",
                    "packs",
                    "intake",
                    "runs",
                    "findings",
                    "gates");

    private static final long LOCK = 7_305_214_558_032_113_003L;
    private static final int CONNECTIONS = 5;

    private final DataSource owner;
    private final String application;

    /**
     * @param application name of the application's role
     */
    public Migrations(DataSource owner, String application) {
        this.owner = owner;
        this.application = application;
    }

    /** Safe to run on many nodes at once: they wait for each other. */
    public void run() {
        locked(
                (jdbc, connections) -> {
                    var mark = new MigrationMark(jdbc, application);
                    if (!mark.holds()) {
                        jdbc.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
                        for (var module : MODULES) {
                            migrate(jdbc, connections, module, MigrationVersion.LATEST);
                        }
                        mark.set();
                    }
                });
    }

    /**
     * Drops every module's schema and makes it again as it was at given versions; a module that is
     * not named stays without one.
     */
    public void makeAnew(Map<String, String> versions) {
        locked(
                (jdbc, connections) -> {
                    new MigrationMark(jdbc, application).remove();
                    jdbc.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
                    for (var module : MODULES) {
                        jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(module)).update();
                        var version = versions.get(module);
                        if (version != null) {
                            migrate(
                                    jdbc,
                                    connections,
                                    module,
                                    MigrationVersion.fromVersion(version));
                        }
                    }
                });
    }

    private interface Work {
        void with(JdbcClient jdbc, DataSource connections);
    }

    /** Flyway opens and closes connections all the time, and each asks for the password anew. */
    private void locked(Work work) {
        try (var pool = new HikariDataSource()) {
            pool.setPoolName("migrations");
            pool.setDataSource(owner);
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setMinimumIdle(1);
            try (var connection = pool.getConnection()) {
                var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                jdbc.sql("SELECT pg_advisory_lock(?)").param(LOCK).query(rows -> {});
                try {
                    work.with(jdbc, pool);
                } finally {
                    jdbc.sql("SELECT pg_advisory_unlock(?)").param(LOCK).query(rows -> {});
                }
            }
        } catch (SQLException | HikariPool.PoolInitializationException cause) {
            throw new DatabaseNotStarted(
                    "The owner of the database cannot connect: " + cause.getMessage(),
                    "Check the owner's role and password file.",
                    cause);
        }
    }

    private void migrate(
            JdbcClient jdbc, DataSource connections, String module, MigrationVersion version) {
        var folder = "db/" + module;
        if (Migrations.class.getClassLoader().getResource(folder) == null) {
            return;
        }
        jdbc.sql("CREATE SCHEMA IF NOT EXISTS %s".formatted(module)).update();
        var rights = module.equals("ledger") ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
        for (var grant : grants(module, rights)) {
            jdbc.sql(grant).update();
        }
        var flyway =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(connections)
                        .schemas(module)
                        .locations("classpath:" + folder)
                        .placeholders(Map.of("application", application))
                        .validateMigrationNaming(true)
                        .target(version)
                        .load();
        refuseNewer(module, flyway.info().applied());
        try {
            flyway.migrate();
        } catch (FlywayValidateException cause) {
            throw new DatabaseNotStarted(
                    "The tables of module %s were made by another build of the platform: %s"
                            .formatted(module, cause.getMessage()),
                    "Start the build that made them; or, for data you can spare, use another data folder"
                            + " (TOUCHSTONE_DATA).",
                    cause);
        }
        jdbc.sql("REVOKE ALL ON %s.flyway_schema_history FROM %s".formatted(module, application))
                .update();
    }

    /** An older platform would read and write tables whose meaning it does not know. */
    private static void refuseNewer(String module, MigrationInfo[] applied) {
        for (var migration : applied) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw new DatabaseNotStarted(
                        "The data were written by a newer Touchstone: it brought %s to version %s, which this one does not know."
                                .formatted(module, migration.getVersion()),
                        "Start the newer Touchstone, or restore a backup that this one made into an empty"
                                + " data folder.");
            }
        }
    }

    private List<String> grants(String module, String rights) {
        return List.of(
                "GRANT USAGE ON SCHEMA %s TO %s".formatted(module, application),
                "GRANT %s ON ALL TABLES IN SCHEMA %s TO %s".formatted(rights, module, application),
                "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %s TO %s"
                        .formatted(module, application),
                "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT %s ON TABLES TO %s"
                        .formatted(module, rights, application),
                "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT USAGE, SELECT ON SEQUENCES TO %s"
                        .formatted(module, application));
    }
}
