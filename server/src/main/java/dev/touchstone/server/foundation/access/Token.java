package dev.touchstone.server.foundation.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Key of a machine; the secret itself is not kept. */
record Token(
        long id,
        long entityId,
        String name,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything. */
    enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt.isAfter(now) ? State.ACTIVE : State.EXPIRED;
    }
}
