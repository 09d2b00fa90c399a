package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.Link;
import dev.touchstone.engine.seal.SealedHead;
import dev.touchstone.engine.seal.TrustedKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recomputes the whole chain, on two threads, and compares it with every signature and every head
 * that is remembered outside.
 */
@Component
class VerifyLedger {

    private static final int RANGE = 25_000;
    private static final int THREADS = 2;
    private static final int SHOWN = 20;

    private final VerifyStore entries;
    private final CheckpointStore checkpoints;
    private final LedgerStore ledger;

    VerifyLedger(VerifyStore entries, CheckpointStore checkpoints, LedgerStore ledger) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.ledger = ledger;
    }

    long count() {
        return entries.count();
    }

    /**
     * @param outside heads that are remembered outside of the database
     * @param progress is told the number of entries that were looked at since it was told last
     */
    VerificationResult verify(TrustedKeys keys, List<Pin> outside, LongConsumer progress) {
        var flaws = new ArrayList<Flaw>();
        var pins = new TreeMap<Long, List<Pin>>();
        // What is remembered is read before the entries: these only grow meanwhile.
        var signed = checkpointPins(keys, flaws);
        var lastBody = entries.lastBody();
        var cuts = entries.cuts(RANGE);
        var last = cuts.isEmpty() ? 0 : cuts.getLast();
        signed.forEach(
                pin -> pins.computeIfAbsent(pin.sequence(), at -> new ArrayList<>()).add(pin));
        outside.forEach(
                pin -> pins.computeIfAbsent(pin.sequence(), at -> new ArrayList<>()).add(pin));

        var held = new TreeMap<Long, List<Pin>>();
        var broken = new ArrayList<Pin>();
        var erased = 0L;
        byte[] before = Link.GENESIS;
        for (var range : walk(cuts, pins, progress)) {
            if (before != null
                    && range.firstPrevious() != null
                    && !Arrays.equals(before, range.firstPrevious())) {
                flaws.add(Flaw.notLinked(range.first()));
            }
            before = range.last();
            flaws.addAll(range.flaws());
            held.putAll(range.heldPins());
            broken.addAll(range.brokenPins());
            erased += range.erased();
        }
        firstRewritten(flaws, broken, held).ifPresent(flaws::add);
        pins.tailMap(last, false).values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingLong(Pin::sequence))
                .ifPresent(pin -> flaws.add(Flaw.cutOff(last, pin)));
        if (lastBody > last) {
            flaws.add(Flaw.bodiesWithoutEntries(last, lastBody));
        }
        return result(flaws, held, last, erased, signed.size());
    }

    /**
     * A flaw in the chain itself explains every head behind it that does not fit, and says the
     * place better; only a chain without one was written anew with care.
     */
    private static Optional<Flaw> firstRewritten(
            List<Flaw> flaws, List<Pin> broken, NavigableMap<Long, List<Pin>> held) {
        var firstInChain =
                flaws.stream()
                        .filter(flaw -> flaw.kind() != Flaw.Kind.BAD_CHECKPOINT)
                        .filter(flaw -> flaw.kind() != Flaw.Kind.BODY_CHANGED)
                        .mapToLong(Flaw::from)
                        .min()
                        .orElse(Long.MAX_VALUE);
        return broken.stream()
                .filter(pin -> pin.sequence() < firstInChain)
                .min(Comparator.comparingLong(Pin::sequence))
                .map(pin -> Flaw.rewritten(orZero(held.lowerKey(pin.sequence())), pin));
    }

    private static VerificationResult result(
            List<Flaw> flaws,
            NavigableMap<Long, List<Pin>> held,
            long last,
            long erased,
            int checkpoints) {
        flaws.sort(Comparator.comparingLong(Flaw::from).thenComparing(Flaw::kind));
        var good = flaws.isEmpty() ? held.lastEntry() : held.lowerEntry(flaws.getFirst().from());
        return new VerificationResult(
                List.copyOf(flaws.subList(0, Math.min(SHOWN, flaws.size()))),
                good == null ? 0 : good.getKey(),
                good == null ? null : good.getValue().getLast().source(),
                last,
                erased,
                checkpoints);
    }

    private List<Pin> checkpointPins(TrustedKeys keys, List<Flaw> flaws) {
        var platform = ledger.platform();
        var pins = new ArrayList<Pin>();
        for (var checkpoint : checkpoints.all()) {
            var wrong = wrong(keys, platform, checkpoint);
            if (wrong != null) {
                flaws.add(Flaw.badCheckpoint(checkpoint.sequence(), wrong));
            } else {
                pins.add(
                        new Pin(
                                checkpoint.sequence(),
                                HexFormat.of().formatHex(checkpoint.hash()),
                                "the checkpoint at entry " + checkpoint.sequence()));
            }
        }
        return pins;
    }

    private static @Nullable String wrong(
            TrustedKeys keys, UUID platform, CheckpointStore.Checkpoint checkpoint) {
        var key = keys.find(checkpoint.keyId());
        if (key.isEmpty()) {
            return "is signed by a key that is not ours (" + checkpoint.keyId() + ")";
        }
        var head =
                new SealedHead(platform, checkpoint.sequence(), checkpoint.hash(), checkpoint.at());
        return head.isSignedBy(key.get(), checkpoint.signature())
                ? null
                : "does not carry our signature";
    }

    private List<VerifyRange> walk(
            List<Long> cuts, NavigableMap<Long, List<Pin>> pins, LongConsumer progress) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var futures = new ArrayList<Future<VerifyRange>>();
            var from = 1L;
            for (var cut : cuts) {
                var range = new VerifyRange(from, cut, pins);
                futures.add(threads.submit(() -> walk(range, progress)));
                from = cut + 1;
            }
            var walked = new ArrayList<VerifyRange>();
            for (var future : futures) {
                walked.add(future.get());
            }
            return walked;
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Verification was interrupted", cause);
        } catch (ExecutionException cause) {
            throw new IllegalStateException("Verification could not read the journal", cause);
        }
    }

    private VerifyRange walk(VerifyRange range, LongConsumer progress) {
        var count = new long[1];
        entries.forEach(
                range.first(),
                range.to(),
                row -> {
                    range.accept(row);
                    count[0]++;
                });
        range.finish();
        progress.accept(count[0]);
        return range;
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
