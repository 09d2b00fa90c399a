package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.Severity;
import dev.touchstone.engine.identity.ReportedPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reported finding that is not known exactly as it stands, on its way into the store. */
@SuppressWarnings("ArrayRecordComponent")
record Pending(
        ReportedPlace place,
        Rule rule,
        String title,
        Severity severity,
        long content,
        long places,
        byte[] detail) {

    /** A scanner's rule as the dictionary keeps it. */
    record Rule(
            String tool,
            String rule,
            List<Integer> cwes,
            @Nullable String helpUri,
            String definition) {}
}
