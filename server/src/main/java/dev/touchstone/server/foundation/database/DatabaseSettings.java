package dev.touchstone.server.foundation.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An external database; without a URL the platform runs its own.
 *
 * @param user role that serves
 * @param ownerUser role that owns the database and migrates it
 */
@ConfigurationProperties("touchstone.db")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable Path passwordFile,
        @Nullable String ownerUser,
        @Nullable Path ownerPasswordFile) {}
