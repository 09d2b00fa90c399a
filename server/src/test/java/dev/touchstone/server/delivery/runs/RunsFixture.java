package dev.touchstone.server.delivery.runs;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real runs on a test database, without a Spring context. */
public final class RunsFixture {

    private RunsFixture() {}

    public static Runs on(JdbcClient jdbc, Clock clock) {
        return new RecordedRuns(
                new LineStore(jdbc, clock), new CommitStore(jdbc), new RunStore(jdbc), clock);
    }
}
