package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.Severity;
import java.time.Instant;
import java.util.List;

/**
 * One weakness at one place, whoever found it.
 *
 * @param number in the application; together with its key the visible id {@code MBANK-F-4817}
 * @param rule the scanner's own id of its rule
 * @param path empty when it is about the whole project
 * @param startLine 0 when the scanner named none
 * @param firstSeen when the first run with it was merged
 */
public record Finding(
        long applicationId,
        long number,
        String tool,
        String rule,
        Severity severity,
        Status status,
        String title,
        List<Integer> cwes,
        String path,
        int startLine,
        Instant firstSeen) {

    /** What is known or was decided about it. */
    public enum Status {
        OPEN,
        REOPENED,
        ACCEPTED,
        FALSE_POSITIVE,
        CLOSED
    }
}
