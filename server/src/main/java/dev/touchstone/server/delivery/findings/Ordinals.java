package dev.touchstone.server.delivery.findings;

import dev.touchstone.engine.identity.Identity;
import dev.touchstone.engine.identity.KnownFindings;
import java.util.HashMap;
import java.util.Map;

/** Gives equal findings in one file their ordinals; none twice. */
final class Ordinals {

    private final KnownFindings known;
    private final Map<Identity.Key, Integer> free = new HashMap<>();

    Ordinals(KnownFindings known) {
        this.known = known;
    }

    void know(Map<Identity.Key, Integer> freeElsewhere) {
        freeElsewhere.forEach((key, ordinal) -> free.merge(key, ordinal, Math::max));
    }

    int next(Identity.Key key) {
        int ordinal = Math.max(free.getOrDefault(key, 0), known.freeOrdinal(key));
        free.put(key, ordinal + 1);
        return ordinal;
    }
}
