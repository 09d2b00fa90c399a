package dev.touchstone.server.foundation.ledger;

import dev.touchstone.engine.seal.Chain;
import dev.touchstone.engine.seal.Link;
import dev.touchstone.engine.seal.Suite;
import dev.touchstone.server.foundation.ledger.VerifyStore.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks a range of the journal and keeps what its neighbours and the pins need to know. */
final class VerifyRange {

    private static final int ENOUGH = 100;

    private final long from;
    private final long to;
    private final NavigableMap<Long, List<Pin>> pins;
    private final Map<Suite, Chain> chains = new EnumMap<>(Suite.class);
    private final List<Flaw> flaws = new ArrayList<>();
    private final NavigableMap<Long, List<Pin>> held = new TreeMap<>();
    private final List<Pin> broken = new ArrayList<>();
    private long expected;
    private byte @Nullable [] firstPrevious;
    private byte @Nullable [] last;
    private long erased;

    VerifyRange(long from, long to, NavigableMap<Long, List<Pin>> pins) {
        this.from = from;
        this.expected = from;
        this.to = to;
        this.pins = pins.subMap(from, true, to, true);
    }

    void accept(Row row) {
        if (row.sequence() > expected) {
            flaw(Flaw.missing(expected, row.sequence() - 1));
            last = null;
        }
        if (row.sequence() < expected) {
            flaw(Flaw.notLinked(row.sequence()));
            return;
        }
        if (row.sequence() == from) {
            firstPrevious = row.previous();
        } else if (last != null && !Arrays.equals(last, row.previous())) {
            flaw(Flaw.notLinked(row.sequence()));
        }
        checkHash(row);
        checkBody(row);
        checkPins(row);
        last = row.hash();
        expected = row.sequence() + 1;
    }

    void finish() {
        if (expected <= to) {
            flaw(Flaw.missing(expected, to));
            last = null;
        }
    }

    long first() {
        return from;
    }

    long to() {
        return to;
    }

    /** Hash that the first entry says it follows; null when that entry is missing. */
    byte @Nullable [] firstPrevious() {
        return firstPrevious;
    }

    /** Hash of the last entry; null when it is missing. */
    byte @Nullable [] last() {
        return last;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    List<Pin> brokenPins() {
        return broken;
    }

    NavigableMap<Long, List<Pin>> heldPins() {
        return held;
    }

    long erased() {
        return erased;
    }

    private void checkHash(Row row) {
        var suite = Suite.named(row.suite());
        if (suite.isEmpty()) {
            flaw(Flaw.changed(row.sequence()));
            return;
        }
        var link =
                new Link(
                        suite.get(),
                        row.sequence(),
                        Instant.EPOCH.plus(row.at(), ChronoUnit.MICROS),
                        row.entityId(),
                        row.actor(),
                        row.command(),
                        row.subject(),
                        row.bodyDigest(),
                        row.previous());
        var hash = chains.computeIfAbsent(suite.get(), Chain::new).hash(link);
        if (!Arrays.equals(hash, row.hash())) {
            flaw(Flaw.changed(row.sequence()));
        }
    }

    private void checkBody(Row row) {
        var body = row.body();
        if (body == null) {
            erased++;
            return;
        }
        var suite = Suite.named(row.suite());
        if (suite.isPresent() && !Arrays.equals(body.digest(suite.get()), row.bodyDigest())) {
            flaw(Flaw.bodyChanged(row.sequence()));
        }
    }

    private void checkPins(Row row) {
        var here = pins.get(row.sequence());
        if (here == null) {
            return;
        }
        var hash = HexFormat.of().formatHex(row.hash());
        for (var pin : here) {
            if (pin.hash().equals(hash)) {
                held.computeIfAbsent(pin.sequence(), sequence -> new ArrayList<>()).add(pin);
            } else {
                broken.add(pin);
            }
        }
    }

    private void flaw(Flaw flaw) {
        if (flaws.size() < ENOUGH) {
            flaws.add(flaw);
        }
    }
}
