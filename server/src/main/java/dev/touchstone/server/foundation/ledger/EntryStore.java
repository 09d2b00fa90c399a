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

    /**
     * So many hits of a search are looked up one by one; more lie dense enough to be met on the
     * way.
     */
    private static final int FEW = 5_000;

    private static final String LAST_CHARACTER = Character.toString(0x10FFFF);

    private static final String BEGINS =
            """
            (e.subject ~>=~ :text AND e.subject ~<~ :end
                OR e.command >= :text AND e.command < :end
                OR b.actor ~>=~ :text AND b.actor ~<~ :end)\
            """;

    private static final String SHOWN =
            """
            SELECT e.sequence, e.at, e.entity_id, coalesce(b.actor, e.actor), e.command,
                e.subject, encode(e.hash, 'hex'), encode(e.previous, 'hex')
            FROM ledger.entry e
            LEFT JOIN ledger.body b ON b.sequence = e.sequence
            WHERE e.sequence < :before
                AND (:command::text IS NULL OR e.command = :command)
                AND (:from::timestamptz IS NULL OR e.at >= :from)
                AND (:to::timestamptz IS NULL OR e.at < :to) %s
            """;

    private static final String EVERYWHERE = SHOWN + "ORDER BY e.sequence DESC LIMIT :limit";

    /** Entity by entity, so that each is read by its own index, newest first. */
    private static final String WALLED =
            """
            SELECT shown.* FROM unnest(:entities) AS own (id)
            CROSS JOIN LATERAL (
            """
                    + SHOWN
                    + """
                    AND e.entity_id = own.id
                    ORDER BY e.sequence DESC LIMIT :limit) AS shown
                    ORDER BY shown.sequence DESC LIMIT :limit
                    """;

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
        var text = search.text();
        var hits = text == null ? List.<Long>of() : hits(text);
        var fewHits = text != null && hits.size() <= FEW;
        var condition =
                text == null ? "" : fewHits ? "AND e.sequence = ANY (:hits)" : "AND " + BEGINS;
        var sql = (search.everywhere() ? EVERYWHERE : WALLED).formatted(condition);
        var statement =
                jdbc.sql(sql)
                        .param("before", search.before())
                        .param("command", search.command(), Types.VARCHAR)
                        .param("from", time(search.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("to", time(search.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("limit", search.limit());
        if (!search.everywhere()) {
            statement = statement.param("entities", search.entities().toArray(Long[]::new));
        }
        if (fewHits) {
            statement = statement.param("hits", hits.toArray(Long[]::new));
        } else if (text != null) {
            statement = statement.param("text", text).param("end", text + LAST_CHARACTER);
        }
        return statement.query((row, number) -> entry(row)).list();
    }

    /** Entries whose subject, command or actor begins so; one more than few when there are more. */
    private List<Long> hits(String text) {
        return jdbc.sql(
                        """
                        (SELECT sequence FROM ledger.entry
                         WHERE subject ~>=~ :text AND subject ~<~ :end LIMIT :limit)
                        UNION
                        (SELECT sequence FROM ledger.entry
                         WHERE command >= :text AND command < :end LIMIT :limit)
                        UNION
                        (SELECT sequence FROM ledger.body
                         WHERE actor ~>=~ :text AND actor ~<~ :end LIMIT :limit)
                        LIMIT :limit
                        """)
                .param("text", text)
                .param("end", text + LAST_CHARACTER)
                .param("limit", FEW + 1)
                .query(Long.class)
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

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : LedgerStore.time(at);
    }
}
