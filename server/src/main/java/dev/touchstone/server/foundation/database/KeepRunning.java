package dev.touchstone.server.foundation.database;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the platform's own database: a server that died is started again. */
final class KeepRunning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeepRunning.class);
    private static final long LOOK_MILLIS = 500;

    private final EmbeddedPostgres postgres;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("database-keeper").factory());

    private KeepRunning(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static KeepRunning of(EmbeddedPostgres postgres) {
        var keeper = new KeepRunning(postgres);
        keeper.clockwork.scheduleWithFixedDelay(
                keeper::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return keeper;
    }

    private void look() {
        try {
            if (postgres.revive()) {
                LOG.warn(
                        "The database had died; it was started again. Its own words are in {}",
                        postgres.folder().resolve("postgres.before.log"));
            }
        } catch (RuntimeException problem) {
            LOG.error("The database has died and does not start yet: {}", problem.getMessage());
        }
    }

    /** Returns when no start is under way any more. */
    @Override
    public void close() {
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(1, TimeUnit.MINUTES)) {
                clockwork.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
