package dev.touchstone.server.foundation.approvals;

import dev.touchstone.server.foundation.approvals.Approval.Place;
import dev.touchstone.server.foundation.approvals.Approval.State;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Cursor;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Sentence;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class FourEyes implements Approvals {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration TO_ANSWER = Duration.ofDays(3);

    private final ApprovalStore store;
    private final List<Answered> listeners;
    private final Ledger ledger;
    private final Clock clock;

    FourEyes(ApprovalStore store, List<Answered> listeners, Ledger ledger, Clock clock) {
        this.store = store;
        this.listeners = List.copyOf(listeners);
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Approval request(Request request) {
        Caller caller = people();
        Instant now = clock.instant();
        String reason = reason(request.reason());
        if (!request.expiresAt().isAfter(now) || request.expiresAt().isAfter(now.plus(LONGEST))) {
            throw new Refusal.Invalid(
                    "expiresAt",
                    "What is asked for ends in the future and after %d days at most.",
                    LONGEST.toDays());
        }
        Instant due = now.plus(TO_ANSWER);
        Instant answerDue = due.isAfter(request.expiresAt()) ? request.expiresAt() : due;
        store.lapse(request.place().entityId(), request.kind(), request.subject(), now);
        try {
            return store.add(request, caller, reason, now, answerDue);
        } catch (DuplicateKeyException waiting) {
            throw new Refusal.Conflict(
                    "The same is waiting for a second person. Wait for the answer, or withdraw it first.");
        }
    }

    @Override
    public List<Approval> of(long entityId, String kind, String subject) {
        return store.of(entityId, kind, subject, clock.instant());
    }

    @Override
    public Optional<Approval> holding(long entityId, String kind, String subject) {
        Instant now = clock.instant();
        return of(entityId, kind, subject).stream()
                .filter(approval -> approval.holds(now))
                .findFirst();
    }

    @Override
    public List<Approval> endingBefore(Instant moment) {
        return store.endingBetween(clock.instant(), moment);
    }

    Page<Approval> list(@Nullable State state, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : number(Cursor.read(cursor, 1).getFirst());
        var found = store.list(Callers.current(), state, before, limit + 1, clock.instant());
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), Cursor.after(found.get(limit - 1).id()));
    }

    Approval open(long id) {
        Caller caller = Callers.current();
        Approval approval =
                store.visible(caller, id, clock.instant()).orElseThrow(Refusal.NotFound::new);
        if (!isRequester(caller, approval) && !mayDecide(caller, approval)) {
            throw new Refusal.NotAllowed(
                    Sentence.of(
                            "Only %s and those who hold the right %s there see this request. Ask %s.",
                            approval.requester(), approval.permission(), approval.requester()),
                    List.of(approval.requester()));
        }
        return approval;
    }

    @Transactional
    Approval answer(long id, boolean approve, String reason) {
        Caller caller = people();
        Approval approval = open(id);
        if (isRequester(caller, approval)) {
            throw new Refusal.NotAllowed(
                    "You asked for this yourself, and a second person decides it. Ask another who holds the right %s.",
                    approval.permission());
        }
        State next = approve ? State.APPROVED : State.REJECTED;
        if (!store.answer(id, next, caller, reason(reason), clock.instant())) {
            throw new Refusal.Conflict(
                    "The request is %s and takes no answer. Ask for it anew.", approval.state());
        }
        return closed(id, approve ? "ApproveRequest" : "RejectRequest");
    }

    @Transactional
    Approval withdraw(long id) {
        Caller caller = people();
        Approval approval = open(id);
        if (!isRequester(caller, approval)) {
            throw new Refusal.NotAllowed(
                    Sentence.of(
                            "Only %s can withdraw this request; you can reject it.",
                            approval.requester()),
                    List.of(approval.requester()));
        }
        if (!store.withdraw(id, clock.instant())) {
            throw new Refusal.Conflict(
                    "The request is %s; there is nothing to withdraw.", approval.state());
        }
        return closed(id, "WithdrawRequest");
    }

    private Approval closed(long id, String command) {
        Approval approval = store.visible(Caller.PLATFORM, id, clock.instant()).orElseThrow();
        listeners.stream()
                .filter(listener -> listener.kind().equals(approval.kind()))
                .forEach(listener -> listener.answered(approval));
        ledger.append(
                command,
                "approval " + id,
                approval.place().entityId(),
                Map.of(
                        "kind", approval.kind(),
                        "subject", approval.subject(),
                        "requester", approval.requester(),
                        "reason", approval.reason(),
                        "answer", approval.answer() == null ? "" : approval.answer(),
                        "expiresAt", approval.expiresAt().toString()));
        return approval;
    }

    private static boolean isRequester(Caller caller, Approval approval) {
        return caller.kind() == Caller.Kind.PERSON && caller.id() == approval.requesterId();
    }

    private static boolean mayDecide(Caller caller, Approval approval) {
        Place place = approval.place();
        return caller.reach(approval.permission())
                .covers(
                        place.entityId(),
                        place.departmentPath(),
                        place.applicationId() == null ? 0 : place.applicationId());
    }

    private static Caller people() {
        Caller caller = Callers.current();
        if (caller.kind() != Caller.Kind.PERSON) {
            throw new Refusal.NotAllowed(
                    "Four eyes are the eyes of people; a token neither asks nor decides. Sign in.");
        }
        return caller;
    }

    private static String reason(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > 2000) {
            throw new Refusal.Invalid("reason", "A reason has 1 to 2,000 characters.");
        }
        return stripped;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new Refusal.Invalid(
                    "cursor", "This is no cursor of this list. Start again without a cursor.");
        }
    }
}
