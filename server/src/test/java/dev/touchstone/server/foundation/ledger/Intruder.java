package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.Chain;
import dev.touchstone.engine.seal.Link;
import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.engine.seal.Suite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the superuser's password, knows the chain, and writes history anew. */
final class Intruder {

    private final LedgerFixture fixture;
    private final JdbcClient superuser;

    Intruder(LedgerFixture fixture) {
        this.fixture = fixture;
        this.superuser = JdbcClient.create(fixture.database.superuser().dataSource());
    }

    /** Changes the subject of an entry, and makes a flawless chain from there on. */
    void rewriteFrom(long sequence) {
        var rows = new ArrayList<VerifyStore.Row>();
        new VerifyStore(fixture.source).forEach(sequence, Long.MAX_VALUE, rows::add);
        var chain = new Chain(Suite.SHA256_ED25519);
        var previous = rows.getFirst().previous();
        for (var row : rows) {
            var subject = row.sequence() == sequence ? "Nothing to see" : row.subject();
            var hash =
                    chain.hash(
                            new Link(
                                    Suite.SHA256_ED25519,
                                    row.sequence(),
                                    Instant.EPOCH.plus(row.at(), ChronoUnit.MICROS),
                                    row.entityId(),
                                    row.actor(),
                                    row.command(),
                                    subject,
                                    row.bodyDigest(),
                                    previous));
            superuser
                    .sql(
                            """
                            UPDATE ledger.entry SET subject = ?, previous = ?, hash = ?
                            WHERE sequence = ?
                            """)
                    .params(subject, previous, hash, row.sequence())
                    .update();
            previous = hash;
        }
    }

    /** Signs every checkpoint over what now stands there. */
    void signAnew(PlatformKeys keys) {
        for (var checkpoint : new CheckpointStore(fixture.jdbc).all()) {
            var tip = fixture.store.entry(checkpoint.sequence()).orElseThrow();
            var head =
                    new SealedHead(
                            fixture.store.platform(), tip.sequence(), tip.hash(), checkpoint.at());
            var signed = head.sign(keys.current()).signatures().getFirst();
            superuser
                    .sql(
                            """
                            UPDATE ledger.checkpoint SET hash = ?, key_id = ?, signature = ?
                            WHERE sequence = ?
                            """)
                    .params(tip.hash(), signed.keyId(), signed.signature(), tip.sequence())
                    .update();
        }
    }
}
