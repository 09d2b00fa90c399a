package dev.touchstone.server;

import dev.touchstone.server.foundation.database.Access;
import dev.touchstone.server.foundation.database.Migrations;
import dev.touchstone.server.foundation.database.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of its own for a test class, with every module's schema, made from a migrated template
 * in about 100 ms. Typical use: {@code static final TestDatabase DATABASE = TestDatabase.fresh();}.
 * Nothing needs to be closed: the next run sweeps.
 */
public record TestDatabase(String name) {

    /** All modules migrated, no rows. */
    public static TestDatabase fresh() {
        var postgres = TestPostgres.get();
        var template = "template_" + migrationsDigest();
        postgres.exclusively(() -> makeTemplate(postgres, template));
        return create(template);
    }

    /** No schema at all. */
    public static TestDatabase empty() {
        return create("template0");
    }

    /** Connections of the role that serves. */
    public DataSource dataSource() {
        return application().dataSource();
    }

    /** Connections of the role that owns schemas and tables. */
    public DataSource ownerDataSource() {
        return owner().dataSource();
    }

    /** SQL as the role that serves. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    public Access application() {
        return TestPostgres.get().access(Roles.APPLICATION, name);
    }

    public Access owner() {
        return TestPostgres.get().access(Roles.OWNER, name);
    }

    /** For tests that play an attacker. */
    public Access superuser() {
        return TestPostgres.get().superuser(name);
    }

    /** Settings that make a platform use this database. */
    public Map<String, Object> settings() {
        var postgres = TestPostgres.get();
        return Map.of(
                "touchstone.db.url", application().url(),
                "touchstone.db.user", Roles.APPLICATION,
                "touchstone.db.password-file", postgres.passwordFile(Roles.APPLICATION).toString(),
                "touchstone.db.owner-user", Roles.OWNER,
                "touchstone.db.owner-password-file", postgres.passwordFile(Roles.OWNER).toString());
    }

    /** A database with settings of its own, for example another encoding. */
    public static TestDatabase made(String settings) {
        return create("template0 " + settings);
    }

    private static TestDatabase create(String template) {
        var name = "t_" + UUID.randomUUID().toString().replace('-', '_');
        TestPostgres.get()
                .superuser()
                .sql(
                        "CREATE DATABASE %s OWNER %s TEMPLATE %s"
                                .formatted(name, Roles.OWNER, template))
                .update();
        TestPostgres.get().made(name);
        return new TestDatabase(name);
    }

    private static Void makeTemplate(TestPostgres postgres, String template) {
        var jdbc = postgres.superuser();
        var exists =
                jdbc.sql("SELECT count(*) FROM pg_database WHERE datname = ?")
                        .param(template)
                        .query(Integer.class)
                        .single();
        if (exists == 0) {
            var unfinished = create("template0");
            new Migrations(unfinished.ownerDataSource(), Roles.APPLICATION).run();
            jdbc.sql("ALTER DATABASE %s RENAME TO %s".formatted(unfinished.name(), template))
                    .update();
        }
        return null;
    }

    private static String migrationsDigest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/*.sql");
            Arrays.sort(scripts, Comparator.comparing(script -> script.getDescription()));
            for (var script : scripts) {
                digest.update(script.getContentAsByteArray());
            }
            digest.update(Migrations.MODULES.toString().getBytes());
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
