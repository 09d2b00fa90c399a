package dev.touchstone.server.foundation.approvals;

import dev.touchstone.server.foundation.guard.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The four-eyes rule, once for all modules. */
public interface Approvals {

    /**
     * Asks for a second person, as a part of the command that is running, which writes the ledger
     * entry. The current caller is the requester.
     *
     * @throws dev.touchstone.server.foundation.guard.Refusal.Invalid without a reason, without an
     *     end, or with one more than a year away
     * @throws dev.touchstone.server.foundation.guard.Refusal.Conflict while the same is waiting
     */
    Approval request(Request request);

    /** Whatever was asked for the subject, newest first. */
    List<Approval> of(long entityId, String kind, String subject);

    /** The approval that holds for the subject now. */
    Optional<Approval> holding(long entityId, String kind, String subject);

    /**
     * Approved things that end within the time, soonest first: who keeps them is to be reminded.
     */
    List<Approval> endingBefore(Instant moment);

    /** What is asked for. */
    record Request(
            Approval.Place place,
            String kind,
            String subject,
            Permission permission,
            String reason,
            Instant expiresAt) {}
}
