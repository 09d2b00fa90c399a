package dev.touchstone.server.foundation.database;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a database that would serve wrongly or slowly, before anything is written to it. */
final class ExternalPostgres {

    private static final int OLDEST = 150_000;

    private final Access owner;
    private final Access application;
    private final JdbcClient jdbc;

    ExternalPostgres(Access owner, Access application) {
        this.owner = owner;
        this.application = application;
        this.jdbc = JdbcClient.create(owner.dataSource());
    }

    /**
     * @throws DatabaseNotStarted saying why and what to do
     */
    void check() {
        requireConnection(owner);
        requireConnection(application);
        requireVersion();
        requireEncodingAndOrder();
        requireTrigrams();
        requireRoles();
    }

    private static void requireConnection(Access access) {
        try (var connection = access.dataSource().getConnection()) {
            connection.getMetaData();
        } catch (SQLException cause) {
            throw new DatabaseNotStarted(
                    "The database cannot be reached as " + access + ": " + cause.getMessage(),
                    "Check TOUCHSTONE_DB_URL, the name of the role and its password file.",
                    cause);
        }
    }

    private void requireVersion() {
        var version = Integer.parseInt(text("SHOW server_version_num"));
        if (version < OLDEST) {
            throw new DatabaseNotStarted(
                    "The database runs PostgreSQL " + text("SHOW server_version") + ".",
                    "PostgreSQL 15 or newer is needed.");
        }
    }

    private void requireEncodingAndOrder() {
        var encoding = text("SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new DatabaseNotStarted(
                    "The database stores text as " + encoding + ".", createAgain());
        }
        if (!jdbc.sql("SELECT 'a' > 'B' AND '转' > 'z'").query(Boolean.class).single()) {
            throw new DatabaseNotStarted(
                    "The database sorts text by a language's rules, so searches by prefix would scan.",
                    createAgain());
        }
    }

    /** Without trigrams of Chinese characters, Chinese search would read every row. */
    private void requireTrigrams() {
        try {
            jdbc.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
        } catch (DataAccessException cause) {
            throw new DatabaseNotStarted(
                    "The extension pg_trgm is not in the database, and "
                            + owner.user()
                            + " may not add it.",
                    "Let a database administrator run: CREATE EXTENSION pg_trgm;",
                    cause);
        }
        if (jdbc.sql("SELECT cardinality(show_trgm('转账'))").query(Integer.class).single() == 0) {
            throw new DatabaseNotStarted(
                    "The database takes Chinese characters for punctuation (its LC_CTYPE is not UTF-8).",
                    createAgain());
        }
    }

    /** Who serves must not be able to undo what protects the ledger. */
    private void requireRoles() {
        var powerful =
                jdbc.sql(
                                """
                                SELECT rolsuper OR pg_has_role(rolname, current_user, 'MEMBER')
                                FROM pg_roles WHERE rolname = ?
                                """)
                        .param(application.user())
                        .query(Boolean.class)
                        .single();
        if (powerful) {
            throw new DatabaseNotStarted(
                    "The role %s that serves is a superuser or the owner's equal (%s): it could change the ledger."
                            .formatted(application.user(), owner.user()),
                    "Name two roles: TOUCHSTONE_DB_OWNER_USER owns and migrates, TOUCHSTONE_DB_USER only serves.");
        }
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private String createAgain() {
        return "Make the database anew: CREATE DATABASE touchstone OWNER %s TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';"
                .formatted(owner.user());
    }
}
