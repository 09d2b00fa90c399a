package dev.touchstone.server.delivery.gates;

import dev.touchstone.engine.policy.GateDecision;
import dev.touchstone.engine.policy.GateStatement;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed decision as it was made.
 *
 * @param number in the application
 * @param line empty when no run tells on which line the commit lies
 * @param outcomeDigest over the verdicts and hits, without words and moments
 * @param envelope the signed file
 * @param supersededBy number of the decision that took its place
 */
record Decision(
        long applicationId,
        int number,
        Stage stage,
        String line,
        String commit,
        GateDecision result,
        GateStatement.ByDefault byDefault,
        String factsDigest,
        String outcomeDigest,
        byte[] envelope,
        String keyId,
        Ledger.Head ledgerHead,
        Instant decidedAt,
        @Nullable Integer supersedes,
        @Nullable Why supersedesWhy,
        @Nullable Integer supersededBy) {

    /** Why a decision took the place of an earlier one. */
    enum Why {
        NEW_COMMIT,
        NEW_POLICY,
        NEW_DATA,
        /** A run became too old, or a waiver ended. */
        TIME_PASSED
    }
}
