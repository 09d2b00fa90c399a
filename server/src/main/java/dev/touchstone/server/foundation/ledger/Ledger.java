package dev.touchstone.server.foundation.ledger;

import org.jspecify.annotations.Nullable;

/** The journal of all commands. */
public interface Ledger {

    /**
     * Writes one command of the current caller into the chain when the surrounding transaction
     * commits. Only buffers: lock, chain and insert happen before the commit; if they fail, the
     * command fails.
     *
     * @param command verb and noun, for example {@code MergeReport}
     * @param subject visible id of the thing, for example {@code MBANK-R-12}
     * @param entityId legal entity whose auditors may read the entry; null for the platform's own
     * @param body what happened, serialised as JSON; its digest is chained, the body itself stays
     *     erasable
     * @throws IllegalStateException outside of a transaction
     */
    void append(String command, String subject, @Nullable Long entityId, Object body);

    /** The newest committed entry. */
    Head head();

    /**
     * @param hash lower-case hex SHA-256 of the entry with that sequence number
     */
    record Head(long sequence, String hash) {}
}
