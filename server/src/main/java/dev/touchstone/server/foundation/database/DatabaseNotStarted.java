package dev.touchstone.server.foundation.database;

/** The database cannot serve: what happened, and what to do. */
public final class DatabaseNotStarted extends RuntimeException {

    private final String remedy;

    DatabaseNotStarted(String what, String remedy) {
        super("The database did not start. " + what);
        this.remedy = remedy;
    }

    DatabaseNotStarted(String what, String remedy, Throwable cause) {
        super("The database did not start. " + what, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
