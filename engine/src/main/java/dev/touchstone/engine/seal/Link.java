package dev.touchstone.engine.seal;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the chain holds of one command. Everything that a reader of the journal relies on is hashed;
 * the body only by its digest, so that it can be erased.
 *
 * @param at to the microsecond
 * @param entityId legal entity; null for the platform's own
 * @param bodyDigest digest of the canonical body
 * @param previous hash of the entry before; {@link #GENESIS} before the first
 */
public record Link(
        Suite suite,
        long sequence,
        Instant at,
        @Nullable Long entityId,
        String actor,
        String command,
        String subject,
        byte[] bodyDigest,
        byte[] previous) {

    /** Stands before the first entry. */
    public static final byte[] GENESIS = new byte[32];

    @Override
    public String toString() {
        return "%d %s %s %s after %s"
                .formatted(sequence, actor, command, subject, HexFormat.of().formatHex(previous));
    }
}
