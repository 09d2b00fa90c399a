package dev.touchstone.server.foundation.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Someone with an account. */
record Person(
        long id,
        long entityId,
        @Nullable Long departmentId,
        List<Long> departmentPath,
        Kind kind,
        String login,
        String name,
        @Nullable String staffNumber,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable Instant closedAt) {

    /** One of the three administrators, or one who works with applications; never two of these. */
    enum Kind {
        BUSINESS,
        SYSTEM_ADMIN,
        SECURITY_ADMIN,
        AUDIT_ADMIN
    }
}
