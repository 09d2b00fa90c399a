package dev.touchstone.server.delivery.intake;

import dev.touchstone.contract.Fault;
import dev.touchstone.server.foundation.guard.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file and what became of it.
 *
 * @param number in the application; together with its key the visible id {@code MBANK-U-7}
 * @param sha256 of the bytes as they came, lower-case hex
 * @param runs numbers of the runs that were read from it
 */
record Report(
        long applicationId,
        long number,
        long entityId,
        String sha256,
        long size,
        String fileName,
        String line,
        String commit,
        Caller caller,
        State state,
        @Nullable String format,
        List<Long> runs,
        List<Fault> faults,
        @Nullable BillSummary bill,
        Instant receivedAt,
        @Nullable Instant endedAt) {

    /** From its arrival to its end. */
    enum State {
        ACKNOWLEDGED,
        MERGING,
        MERGED,
        REFUSED;

        boolean isEnd() {
            return switch (this) {
                case ACKNOWLEDGED, MERGING -> false;
                case MERGED, REFUSED -> true;
            };
        }
    }

    /** What a bill of materials holds. */
    record BillSummary(
            String format,
            @Nullable String serialNumber,
            @Nullable String subject,
            int components,
            List<Fault> faults) {}
}
