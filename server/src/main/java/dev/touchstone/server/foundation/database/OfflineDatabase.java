package dev.touchstone.server.foundation.database;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's database and data folder, for commands that run beside the platform or instead.
 */
public record OfflineDatabase(Database access, Path data) implements AutoCloseable {

    /** Beside a running platform; starts the platform's own database when nothing runs. */
    public static OfflineDatabase running(Map<String, String> environment) {
        return open(environment, true);
    }

    /**
     * With nobody else in the data folder.
     *
     * @throws DatabaseNotStarted when a platform is running there
     */
    public static OfflineDatabase alone(Map<String, String> environment) {
        return open(environment, false);
    }

    private static OfflineDatabase open(Map<String, String> environment, boolean beside) {
        var data = data(environment);
        var url = environment.get("TOUCHSTONE_DB_URL");
        if (url != null) {
            return new OfflineDatabase(ExternalDatabase.reach(settings(environment), url), data);
        }
        return new OfflineDatabase(
                beside ? OwnDatabase.startOrJoin(data) : OwnDatabase.start(data), data);
    }

    /** Folder of the platform's keys. */
    public Path keys() {
        return data.resolve("keys");
    }

    @Override
    public void close() {
        access.close();
    }

    private static Path data(Map<String, String> environment) {
        var named = environment.get("TOUCHSTONE_DATA");
        return named != null
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".local/share/touchstone");
    }

    private static DatabaseSettings settings(Map<String, String> environment) {
        return new DatabaseSettings(
                environment.get("TOUCHSTONE_DB_URL"),
                environment.get("TOUCHSTONE_DB_USER"),
                path(environment.get("TOUCHSTONE_DB_PASSWORD_FILE")),
                environment.get("TOUCHSTONE_DB_OWNER_USER"),
                path(environment.get("TOUCHSTONE_DB_OWNER_PASSWORD_FILE")));
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null ? null : Path.of(name);
    }
}
