package dev.touchstone.server.foundation.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signatures over the chain's head, and the places it was handed to. */
@Repository
class CheckpointStore {

    private static final long LOCK = 7_305_214_558_032_113_002L;

    private final JdbcClient jdbc;

    CheckpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Checkpoint(long sequence, byte[] hash, Instant at, String keyId, byte[] signature) {}

    /** False while another node signs. */
    boolean tryLock() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    long newest() {
        return jdbc.sql("SELECT coalesce(max(sequence), 0) FROM ledger.checkpoint")
                .query(Long.class)
                .single();
    }

    List<Checkpoint> all() {
        return jdbc.sql(
                        """
                        SELECT sequence, hash, at, key_id, signature FROM ledger.checkpoint
                        ORDER BY sequence
                        """)
                .query(
                        (row, number) ->
                                new Checkpoint(
                                        row.getLong(1),
                                        row.getBytes(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        row.getString(4),
                                        row.getBytes(5)))
                .list();
    }

    void insert(Checkpoint checkpoint) {
        jdbc.sql(
                        """
                        INSERT INTO ledger.checkpoint (sequence, hash, at, key_id, signature)
                        VALUES (:sequence, :hash, :at, :key, :signature)
                        """)
                .param("sequence", checkpoint.sequence())
                .param("hash", checkpoint.hash())
                .param("at", LedgerStore.time(checkpoint.at()))
                .param("key", checkpoint.keyId())
                .param("signature", checkpoint.signature())
                .update();
    }

    /** When the entry was written. */
    Optional<Instant> writtenAt(long sequence) {
        return jdbc.sql("SELECT at FROM ledger.entry WHERE sequence = ?")
                .param(sequence)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    void insertAnchor(Anchor anchor, byte[] hash) {
        jdbc.sql(
                        """
                        INSERT INTO ledger.anchor (sequence, hash, at, kind, place)
                        VALUES (:sequence, :hash, :at, 'FILE', :place)
                        """)
                .param("sequence", anchor.sequence())
                .param("hash", hash)
                .param("at", LedgerStore.time(anchor.at()))
                .param("place", anchor.place())
                .update();
    }

    /** Newest first. */
    List<Anchor> anchors(int limit) {
        return jdbc.sql(
                        """
                        SELECT sequence, encode(hash, 'hex'), at, place FROM ledger.anchor
                        ORDER BY id DESC LIMIT ?
                        """)
                .param(limit)
                .query(
                        (row, number) ->
                                new Anchor(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        row.getString(4)))
                .list();
    }

    /** Everything up to here is anchored. */
    long anchoredTo() {
        return jdbc.sql("SELECT coalesce(max(sequence), 0) FROM ledger.anchor")
                .query(Long.class)
                .single();
    }
}
