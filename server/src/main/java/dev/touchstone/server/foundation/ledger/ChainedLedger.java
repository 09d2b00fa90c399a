package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.Chain;
import dev.touchstone.engine.seal.Link;
import dev.touchstone.engine.seal.Suite;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Buffers the one entry of a transaction and chains it as the last thing before the commit, so that
 * the chain's lock is held for as short as can be.
 */
@Component
class ChainedLedger implements Ledger {

    private static final Suite SUITE = Suite.SHA256_ED25519;

    private final LedgerStore store;
    private final Clock clock;

    ChainedLedger(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void append(String command, String subject, @Nullable Long entityId, Object body) {
        requireWritableTransaction(command);
        for (var other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Pending pending && pending.ledger() == this) {
                throw new IllegalStateException(
                        "A transaction is one command, and this one writes two: %s, then %s"
                                .formatted(pending.command, command));
            }
        }
        var caller = Callers.current();
        TransactionSynchronizationManager.registerSynchronization(
                new Pending(
                        command,
                        subject,
                        entityId,
                        actor(caller),
                        Body.of(caller.display(), body)));
    }

    @Override
    public Head head() {
        var tip = store.tip();
        return new Head(tip.sequence(), HexFormat.of().formatHex(tip.hash()));
    }

    private static String actor(Caller caller) {
        return caller.kind().name().toLowerCase(Locale.ROOT) + "/" + caller.id();
    }

    private static void requireWritableTransaction(String command) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException(
                    command + " writes the ledger outside of a transaction");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(
                    command + " writes the ledger in a read-only transaction");
        }
        var isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        if (isolation != null && isolation != TransactionDefinition.ISOLATION_READ_COMMITTED) {
            throw new IllegalStateException(
                    command
                            + " must run READ COMMITTED: with an older snapshot it would not see"
                            + " the chain's head");
        }
    }

    /** Last among the synchronizations, by its default order. */
    private final class Pending implements TransactionSynchronization {

        private final String command;
        private final String subject;
        private final @Nullable Long entityId;
        private final String actor;
        private final Body body;

        Pending(String command, String subject, @Nullable Long entityId, String actor, Body body) {
            this.command = command;
            this.subject = subject;
            this.entityId = entityId;
            this.actor = actor;
            this.body = body;
        }

        ChainedLedger ledger() {
            return ChainedLedger.this;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            var digest = body.digest(SUITE);
            store.lock();
            var tip = store.tip();
            var link =
                    new Link(
                            SUITE,
                            tip.sequence() + 1,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            entityId,
                            actor,
                            command,
                            subject,
                            digest,
                            tip.hash());
            store.insert(link, new Chain(SUITE).hash(link), body.actor(), body.content());
        }
    }
}
