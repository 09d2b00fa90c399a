package dev.touchstone.server.foundation.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Streams the whole journal. */
@Repository
class VerifyStore {

    private static final int FETCH = 2_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    VerifyStore(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.transaction.setReadOnly(true);
    }

    /**
     * An entry as it lies in the database, right or wrong.
     *
     * @param at microseconds since 1970
     */
    record Row(
            long sequence,
            long at,
            @Nullable Long entityId,
            String actor,
            String command,
            String subject,
            byte[] bodyDigest,
            byte[] previous,
            byte[] hash,
            String suite,
            @Nullable Body body) {}

    /**
     * Sequence numbers that cut the journal in portions of so many entries; the last is the newest.
     */
    List<Long> cuts(int entries) {
        return jdbc.sql(
                        """
                        SELECT sequence FROM (
                            SELECT sequence, row_number() OVER (ORDER BY sequence) AS number,
                                lead(sequence) OVER (ORDER BY sequence) AS next
                            FROM ledger.entry) numbered
                        WHERE number % ? = 0 OR next IS NULL
                        ORDER BY sequence
                        """)
                .param(entries)
                .query(Long.class)
                .list();
    }

    /** Newest entry that left a body, whether or not the entry is still there. */
    long lastBody() {
        return jdbc.sql("SELECT coalesce(max(sequence), 0) FROM ledger.body")
                .query(Long.class)
                .single();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM ledger.entry").query(Long.class).single();
    }

    /** Entries of a range in their order; the server sends them in portions. */
    void forEach(long from, long to, Consumer<Row> consumer) {
        transaction.executeWithoutResult(
                status ->
                        jdbc.sql(
                                        """
                                        SELECT e.sequence,
                                            (extract(epoch FROM e.at) * 1000000)::bigint, e.entity_id,
                                            e.actor, e.command, e.subject, e.body_digest, e.previous,
                                            e.hash, e.suite, b.actor, b.content
                                        FROM ledger.entry e
                                        LEFT JOIN ledger.body b ON b.sequence = e.sequence
                                        WHERE e.sequence BETWEEN ? AND ?
                                        ORDER BY e.sequence
                                        """)
                                .param(from)
                                .param(to)
                                .withFetchSize(FETCH)
                                .query(
                                        row -> {
                                            consumer.accept(read(row));
                                        }));
    }

    private static Row read(ResultSet row) throws SQLException {
        var entity = row.getLong(3);
        var isPlatform = row.wasNull();
        var name = row.getString(11);
        return new Row(
                row.getLong(1),
                row.getLong(2),
                isPlatform ? null : entity,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getString(10),
                name == null ? null : new Body(name, row.getString(12)));
    }
}
