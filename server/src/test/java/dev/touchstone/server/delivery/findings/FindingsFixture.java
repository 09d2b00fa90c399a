package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.foundation.database.Copy;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real findings on a test database, without a Spring context. */
public final class FindingsFixture {

    private FindingsFixture() {}

    public static Findings on(DataSource source, Runs runs) {
        var jdbc = JdbcClient.create(source);
        var copy = new Copy(source);
        return new StoredFindings(
                new MergeParts(
                        runs,
                        new KnownStore(jdbc, copy),
                        new FindingStore(jdbc, copy),
                        new DictionaryStore(jdbc)),
                new SeenStore(jdbc));
    }
}
