package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.server.foundation.ledger.CheckpointStore.Checkpoint;
import dev.touchstone.server.foundation.ledger.LedgerStore.Tip;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs the chain's head, at the latest every 1,000 entries or a minute after an entry. */
@Component
class Checkpoints {

    static final int EVERY_ENTRIES = 1_000;
    static final Duration EVERY = Duration.ofSeconds(60);

    /** A backlog, for example after a restore, is signed in several steps. */
    private static final int AT_ONCE = 200;

    private final LedgerStore ledger;
    private final CheckpointStore store;
    private final PlatformKeys keys;
    private final Clock clock;

    Checkpoints(LedgerStore ledger, CheckpointStore store, PlatformKeys keys, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** Signs what is due; another node may be doing it at this moment. */
    @Transactional
    public void signWhatIsDue() {
        if (!store.tryLock()) {
            return;
        }
        var tip = ledger.tip();
        var newest = store.newest();
        for (var i = 0; i < AT_ONCE && tip.sequence() - newest >= EVERY_ENTRIES; i++) {
            newest += EVERY_ENTRIES;
            ledger.entry(newest).ifPresent(this::sign);
        }
        if (tip.sequence() > newest
                && tip.sequence() - newest < EVERY_ENTRIES
                && isOld(newest + 1)) {
            sign(tip);
        }
    }

    private boolean isOld(long sequence) {
        return store.writtenAt(sequence)
                .map(at -> !at.plus(EVERY).isAfter(clock.instant()))
                .orElse(true);
    }

    private void sign(Tip tip) {
        var head =
                new SealedHead(
                        ledger.platform(),
                        tip.sequence(),
                        tip.hash(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        var signed = head.sign(keys.current()).signatures().getFirst();
        store.insert(
                new Checkpoint(
                        tip.sequence(), tip.hash(), head.at(), signed.keyId(), signed.signature()));
    }
}
