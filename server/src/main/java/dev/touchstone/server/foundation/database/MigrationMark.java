package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says that these very scripts were applied and nothing came after them, so that a start need not
 * ask module by module: that takes seconds.
 */
final class MigrationMark {

    private final JdbcClient jdbc;
    private final String application;

    MigrationMark(JdbcClient jdbc, String application) {
        this.jdbc = jdbc;
        this.application = application;
    }

    boolean holds() {
        return jdbc.sql("SELECT to_regclass('migrations.mark') IS NOT NULL")
                        .query(Boolean.class)
                        .single()
                && jdbc.sql("SELECT digest FROM migrations.mark")
                        .query(String.class)
                        .optional()
                        .filter(digest -> digest.equals(digest()))
                        .isPresent();
    }

    void set() {
        jdbc.sql("CREATE SCHEMA IF NOT EXISTS migrations").update();
        jdbc.sql("CREATE TABLE IF NOT EXISTS migrations.mark (digest text NOT NULL)").update();
        jdbc.sql("DELETE FROM migrations.mark").update();
        jdbc.sql("INSERT INTO migrations.mark VALUES (?)").param(digest()).update();
    }

    void remove() {
        jdbc.sql("DROP TABLE IF EXISTS migrations.mark").update();
    }

    /** Over our scripts, what the database says was applied, and the role that may use it. */
    private String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(application.getBytes());
            for (var script : scripts()) {
                digest.update(String.valueOf(script.getFilename()).getBytes());
                digest.update(script.getContentAsByteArray());
            }
            for (var module : Migrations.MODULES) {
                digest.update(history(module).getBytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Resource[] scripts() throws IOException {
        var scripts =
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/*.sql");
        Arrays.sort(scripts, Comparator.comparing(Resource::getDescription));
        return scripts;
    }

    private String history(String module) {
        var table = module + ".flyway_schema_history";
        if (!jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single()) {
            return module;
        }
        return jdbc.sql(
                        """
                        SELECT coalesce(string_agg(concat_ws(':', installed_rank, version, checksum, success),
                            ',' ORDER BY installed_rank), '')
                        FROM %s
                        """
                                .formatted(table))
                .query(String.class)
                .single();
    }
}
