package dev.touchstone.server.foundation.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One command, as the journal tells it.
 *
 * @param entityId legal entity; null for the platform's own
 * @param actor name of who did it; kind and number when the name was erased
 */
record Entry(
        long sequence,
        Instant at,
        @Nullable Long entityId,
        String actor,
        String command,
        String subject,
        String hash,
        String previousHash) {

    /**
     * With everything that is hashed.
     *
     * @param actorId kind and number, as chained
     * @param body canonical JSON; null when it was erased
     */
    record Whole(
            Entry entry, String actorId, String bodyDigest, String suite, @Nullable String body) {}
}
