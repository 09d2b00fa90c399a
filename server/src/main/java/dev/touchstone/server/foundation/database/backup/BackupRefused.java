package dev.touchstone.server.foundation.database.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be written or read: what happened, and what to do. */
public final class BackupRefused extends RuntimeException {

    private final String remedy;

    public BackupRefused(String what, String remedy) {
        this(what, remedy, null);
    }

    BackupRefused(String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
