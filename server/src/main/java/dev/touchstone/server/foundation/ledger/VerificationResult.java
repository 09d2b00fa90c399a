package dev.touchstone.server.foundation.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the whole journal says.
 *
 * @param ok nothing is wrong as far as can be proven
 * @param flaws the first of them, by their place
 * @param firstFlaw the first place that is wrong
 * @param provableTo newest entry that a signature or a head outside of the journal vouches for;
 *     whether entries after it were cut off or replaced is not provable
 * @param provenBy who vouches for it; null when nobody does
 * @param last newest entry
 * @param erasedBodies entries whose body was erased; their digests are in the chain
 */
public record VerificationResult(
        boolean ok,
        List<Flaw> flaws,
        @Nullable Flaw firstFlaw,
        long provableTo,
        @Nullable String provenBy,
        long last,
        long erasedBodies,
        int checkpoints) {

    VerificationResult(
            List<Flaw> flaws,
            long provableTo,
            @Nullable String provenBy,
            long last,
            long erasedBodies,
            int checkpoints) {
        this(
                flaws.isEmpty(),
                flaws,
                flaws.isEmpty() ? null : flaws.getFirst(),
                provableTo,
                provenBy,
                last,
                erasedBodies,
                checkpoints);
    }
}
