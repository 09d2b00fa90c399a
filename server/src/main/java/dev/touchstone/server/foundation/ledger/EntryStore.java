package dev.touchstone.server.foundation.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the journal for people; the wall between legal entities stands in every statement. */
@Repository
class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param everywhere true for auditors of the whole group
     * @param before sequence number above the first one to come
     */
    record Search(
            boolean everywhere,
            Collection<Long> entities,
            @Nullable String text,
            @Nullable String command,
            @Nullable Instant from,
            @Nullable Instant to,
            long before,
            int limit) {}

    List<Entry> find(Search search) {
        return jdbc.sql(
                        """
                        SELECT e.sequence, e.at, e.entity_id, coalesce(b.actor, e.actor), e.command,
                            e.subject, encode(e.hash, 'hex'), encode(e.previous, 'hex')
                        FROM ledger.entry e
                        LEFT JOIN ledger.body b ON b.sequence = e.sequence
                        WHERE e.sequence < :before
                            AND (:everywhere OR e.entity_id = ANY (:entities))
                            AND (:command::text IS NULL OR e.command = :command)
                            AND (:from::timestamptz IS NULL OR e.at >= :from)
                            AND (:to::timestamptz IS NULL OR e.at < :to)
                            AND (:text::text IS NULL OR e.subject LIKE :text OR e.command LIKE :text
                                OR b.actor LIKE :text)
                        ORDER BY e.sequence DESC
                        LIMIT :limit
                        """)
                .param("before", search.before())
                .param("everywhere", search.everywhere())
                .param("entities", search.entities().toArray(new Long[0]))
                .param("command", search.command(), Types.VARCHAR)
                .param("from", time(search.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", time(search.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("text", pattern(search.text()), Types.VARCHAR)
                .param("limit", search.limit())
                .query((row, number) -> entry(row))
                .list();
    }

    Optional<Entry.Whole> find(long sequence, boolean everywhere, Collection<Long> entities) {
        return jdbc.sql(
                        """
                        SELECT e.sequence, e.at, e.entity_id, coalesce(b.actor, e.actor), e.command,
                            e.subject, encode(e.hash, 'hex'), encode(e.previous, 'hex'),
                            e.actor, encode(e.body_digest, 'hex'), e.suite, b.content
                        FROM ledger.entry e
                        LEFT JOIN ledger.body b ON b.sequence = e.sequence
                        WHERE e.sequence = :sequence
                            AND (:everywhere OR e.entity_id = ANY (:entities))
                        """)
                .param("sequence", sequence)
                .param("everywhere", everywhere)
                .param("entities", entities.toArray(new Long[0]))
                .query(
                        (row, number) ->
                                new Entry.Whole(
                                        entry(row),
                                        row.getString(9),
                                        row.getString(10),
                                        row.getString(11),
                                        row.getString(12)))
                .optional();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, Long.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null
                ? null
                : text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : LedgerStore.time(at);
    }
}
