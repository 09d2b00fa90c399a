package dev.touchstone.server.foundation.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The organisation's own database. */
record ExternalDatabase(Access owner, Access application) implements Database {

    static ExternalDatabase reach(DatabaseSettings settings, String url) {
        var jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url;
        var owner =
                access(
                        jdbc,
                        "TOUCHSTONE_DB_OWNER",
                        settings.ownerUser(),
                        settings.ownerPasswordFile());
        var application = access(jdbc, "TOUCHSTONE_DB", settings.user(), settings.passwordFile());
        new ExternalPostgres(owner, application).check();
        return new ExternalDatabase(owner, application);
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }

    private static Access access(
            String url, String setting, @Nullable String user, @Nullable Path passwordFile) {
        if (user == null || passwordFile == null) {
            throw new DatabaseNotStarted(
                    "TOUCHSTONE_DB_URL names a database, but its roles are not named.",
                    "Set %s_USER and %s_PASSWORD_FILE as well.".formatted(setting, setting));
        }
        return new Access(url, user, Folders.read(passwordFile));
    }
}
