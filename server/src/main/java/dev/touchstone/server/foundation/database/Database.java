package dev.touchstone.server.foundation.database;

/** The running database, seen by its two roles. */
public interface Database extends AutoCloseable {

    /** Owns schemas and tables; migrates, never serves. */
    Access owner();

    /** Serves; owns nothing. */
    Access application();

    @Override
    void close();
}
