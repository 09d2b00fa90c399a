package dev.touchstone.server.foundation.database;

import org.jspecify.annotations.Nullable;

/** The database cannot serve: what happened, why, and what to do. */
public sealed class DatabaseNotStarted extends RuntimeException permits Programs.PortTaken {

    private final String remedy;

    DatabaseNotStarted(String what, String remedy) {
        this(what, remedy, null);
    }

    DatabaseNotStarted(String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
