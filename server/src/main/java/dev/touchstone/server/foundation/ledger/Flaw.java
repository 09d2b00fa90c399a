package dev.touchstone.server.foundation.ledger;

/**
 * What verification found wrong, and where.
 *
 * @param from first sequence number that may be concerned
 * @param to last one
 */
public record Flaw(Kind kind, long from, long to, String message) {

    /** What was done to the journal. */
    public enum Kind {
        /** The entry is not what was chained. */
        CHANGED,
        /** The body is not what the chain holds the digest of. */
        BODY_CHANGED,
        /** Entries are gone. */
        MISSING,
        /** The entry does not follow the one before: put in, or moved. */
        NOT_LINKED,
        /** Entries after the last one are gone: a head that we signed is newer. */
        CUT_OFF,
        /** A head that was signed or handed out says something else: written anew. */
        REWRITTEN,
        /** A checkpoint's signature is not by one of our keys. */
        BAD_CHECKPOINT
    }

    static Flaw changed(long sequence) {
        return new Flaw(
                Kind.CHANGED,
                sequence,
                sequence,
                "Entry %d is not what was chained: its hash does not match.".formatted(sequence));
    }

    static Flaw bodyChanged(long sequence) {
        return new Flaw(
                Kind.BODY_CHANGED,
                sequence,
                sequence,
                "The body of entry %d is not the one whose digest is chained.".formatted(sequence));
    }

    static Flaw missing(long from, long to) {
        return new Flaw(
                Kind.MISSING,
                from,
                to,
                from == to
                        ? "Entry %d is missing.".formatted(from)
                        : "Entries %d to %d are missing.".formatted(from, to));
    }

    static Flaw notLinked(long sequence) {
        return new Flaw(
                Kind.NOT_LINKED,
                sequence,
                sequence,
                "Entry %d does not follow entry %d: it was put in, moved, or its predecessor was replaced."
                        .formatted(sequence, sequence - 1));
    }

    static Flaw cutOff(long last, Pin pin) {
        return new Flaw(
                Kind.CUT_OFF,
                last + 1,
                pin.sequence(),
                "The journal ends at entry %d, but %s knows entry %d."
                        .formatted(last, pin.source(), pin.sequence()));
    }

    static Flaw bodiesWithoutEntries(long last, long lastBody) {
        return new Flaw(
                Kind.CUT_OFF,
                last + 1,
                lastBody,
                "The journal ends at entry %d, but the body of entry %d is still there."
                        .formatted(last, lastBody));
    }

    static Flaw rewritten(long lastGood, Pin pin) {
        return new Flaw(
                Kind.REWRITTEN,
                lastGood + 1,
                pin.sequence(),
                "Entry %d has another hash than %s says: entries between %d and %d were written anew."
                        .formatted(pin.sequence(), pin.source(), lastGood + 1, pin.sequence()));
    }

    static Flaw badCheckpoint(long sequence, String why) {
        return new Flaw(
                Kind.BAD_CHECKPOINT,
                sequence,
                sequence,
                "The checkpoint at entry %d %s.".formatted(sequence, why));
    }
}
