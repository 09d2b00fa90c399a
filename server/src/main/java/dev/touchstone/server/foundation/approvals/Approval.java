package dev.touchstone.server.foundation.approvals;

import dev.touchstone.server.foundation.guard.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person has asked for and another decides.
 *
 * @param kind what is asked for, in the words of the module that asks, for example {@code WAIVER}
 * @param subject visible id of the thing
 * @param permission what the second person must hold there
 * @param answerDue without an answer until then the request lapses
 * @param expiresAt end of what is asked for; nothing is granted for ever
 * @param answer reason of the second person
 */
public record Approval(
        long id,
        Place place,
        String kind,
        String subject,
        Permission permission,
        long requesterId,
        String requester,
        String reason,
        Instant requestedAt,
        Instant answerDue,
        Instant expiresAt,
        State state,
        @Nullable Long approverId,
        @Nullable String approver,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    /** How far a request has come. */
    public enum State {
        WAITING,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        LAPSED
    }

    /**
     * Where the thing lies.
     *
     * @param departmentPath ids from the root department down
     */
    public record Place(long entityId, List<Long> departmentPath, @Nullable Long applicationId) {}

    /** Approved, and not yet over. */
    public boolean holds(Instant now) {
        return state == State.APPROVED && expiresAt.isAfter(now);
    }
}
