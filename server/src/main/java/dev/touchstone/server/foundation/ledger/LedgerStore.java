package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.Link;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds to the chain. */
@Repository
class LedgerStore {

    /** Any fixed number: whoever appends holds this lock until its commit. */
    private static final long LOCK = 7_305_214_558_032_113_001L;

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sequence and hash of an entry; sequence 0 and the genesis hash before the first. */
    record Tip(long sequence, byte[] hash) {
        static final Tip NONE = new Tip(0, Link.GENESIS);
    }

    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
    }

    Tip tip() {
        return jdbc.sql("SELECT sequence, hash FROM ledger.entry ORDER BY sequence DESC LIMIT 1")
                .query((row, number) -> new Tip(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(Tip.NONE);
    }

    Optional<Tip> entry(long sequence) {
        return jdbc.sql("SELECT sequence, hash FROM ledger.entry WHERE sequence = ?")
                .param(sequence)
                .query((row, number) -> new Tip(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    void insert(Link link, byte[] hash, String actorName, String body) {
        jdbc.sql(
                        """
                        WITH entry AS (
                            INSERT INTO ledger.entry (sequence, at, entity_id, actor, command, subject,
                                body_digest, previous, hash, suite)
                            VALUES (:sequence, :at, :entity, :actor, :command, :subject,
                                :digest, :previous, :hash, :suite)
                        )
                        INSERT INTO ledger.body (sequence, actor, content)
                        VALUES (:sequence, :name, :body)
                        """)
                .param("sequence", link.sequence())
                .param("at", time(link.at()))
                .param("entity", link.entityId(), java.sql.Types.BIGINT)
                .param("actor", link.actor())
                .param("command", link.command())
                .param("subject", link.subject())
                .param("digest", link.bodyDigest())
                .param("previous", link.previous())
                .param("hash", hash)
                .param("suite", link.suite().id())
                .param("name", actorName)
                .param("body", body)
                .update();
    }

    UUID platform() {
        return jdbc.sql("SELECT id FROM ledger.platform").query(UUID.class).single();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
