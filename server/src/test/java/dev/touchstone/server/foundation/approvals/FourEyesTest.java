package dev.touchstone.server.foundation.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.approvals.Approval.Place;
import dev.touchstone.server.foundation.approvals.Approval.State;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.MovableClock;
import dev.touchstone.server.scene.Scene;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@Import(MovableClock.InPlace.class)
class FourEyesTest {

    @Autowired DataSource database;
    @Autowired FourEyes fourEyes;
    @Autowired TransactionTemplate transaction;
    @Autowired MovableClock clock;

    private Scene scene;
    private Caller champion;
    private Caller security;

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
        champion = scene.caller(Role.CHAMPION);
        security = scene.caller(Role.SECURITY);
    }

    @Test
    void aSecondPersonDecidesAndTheApprovalHoldsUntilItsEnd() {
        Approval asked = ask(champion, Duration.ofDays(30));

        Approval answered = Scene.as(security, () -> fourEyes.answer(asked.id(), true, "agreed"));

        assertThat(answered.state()).isEqualTo(State.APPROVED);
        assertThat(answered.approver()).isEqualTo(security.display());
        assertThat(fourEyes.holding(scene.bank(), "WAIVER", "MBANK-W-1")).isPresent();
        assertThat(fourEyes.endingBefore(clock.instant().plus(Duration.ofDays(31))))
                .extracting(Approval::id)
                .contains(asked.id());
        clock.advance(Duration.ofDays(30));
        assertThat(fourEyes.holding(scene.bank(), "WAIVER", "MBANK-W-1")).isEmpty();
    }

    @Test
    void whoAsksDoesNotDecide() {
        Approval asked = ask(security, Duration.ofDays(30));

        assertThatThrownBy(
                        () -> Scene.as(security, () -> fourEyes.answer(asked.id(), true, "mine")))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("second person");
        assertThat(fourEyes.of(scene.bank(), "WAIVER", "MBANK-W-1").getFirst().state())
                .isEqualTo(State.WAITING);
    }

    @Test
    void onlyWhoHoldsTheRightThereDecides() {
        Approval asked = ask(champion, Duration.ofDays(30));

        for (Role role : new Role[] {Role.DEVELOPER, Role.MANAGER, Role.SECURITY_ADMIN}) {
            assertThatThrownBy(
                            () ->
                                    Scene.as(
                                            scene.caller(role),
                                            () -> fourEyes.answer(asked.id(), true, "x")))
                    .isInstanceOf(Refusal.NotAllowed.class);
        }
        assertThatThrownBy(
                        () ->
                                Scene.as(
                                        scene.neighbour(Role.SECURITY),
                                        () -> fourEyes.answer(asked.id(), true, "x")))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(
                        () ->
                                Scene.as(
                                        scene.foreigner(Role.SECURITY),
                                        () -> fourEyes.answer(asked.id(), true, "x")))
                .isInstanceOf(Refusal.NotFound.class);
        var machine = new Caller(Caller.Kind.TOKEN, security.id(), "token x", 1, security.grants());
        assertThatThrownBy(() -> Scene.as(machine, () -> fourEyes.answer(asked.id(), true, "x")))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void theListShowsWhatOneAskedForAndWhatOneMayDecide() {
        Approval asked = ask(champion, Duration.ofDays(30));

        assertThat(idsFor(champion)).containsExactly(asked.id());
        assertThat(idsFor(security)).containsExactly(asked.id());
        assertThat(idsFor(scene.caller(Role.DEVELOPER))).isEmpty();
        assertThat(idsFor(scene.neighbour(Role.SECURITY))).isEmpty();
        assertThat(idsFor(scene.foreigner(Role.SECURITY))).isEmpty();
    }

    @Test
    void aRequestNeedsAReasonAndAnEndWithinAYear() {
        assertThatThrownBy(() -> ask(champion, Duration.ofDays(366)))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> ask(champion, Duration.ZERO)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> ask(champion, Duration.ofDays(1), " "))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(
                        () ->
                                Scene.as(
                                        champion,
                                        () -> fourEyes.request(request(Duration.ofDays(1), "x"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRequestIsAnsweredOnceAndLapsesWithoutAnAnswer() {
        Approval first = ask(champion, Duration.ofDays(30));
        assertThatThrownBy(() -> ask(champion, Duration.ofDays(30)))
                .isInstanceOf(Refusal.Conflict.class);
        clock.advance(Duration.ofDays(3));

        assertThat(fourEyes.of(scene.bank(), "WAIVER", "MBANK-W-1").getFirst().state())
                .isEqualTo(State.LAPSED);
        assertThatThrownBy(
                        () -> Scene.as(security, () -> fourEyes.answer(first.id(), true, "late")))
                .isInstanceOf(Refusal.Conflict.class);

        Approval second = ask(champion, Duration.ofDays(30));
        Scene.as(security, () -> fourEyes.answer(second.id(), false, "mend it instead"));
        assertThatThrownBy(() -> Scene.as(security, () -> fourEyes.answer(second.id(), true, "no")))
                .isInstanceOf(Refusal.Conflict.class);
        Approval third = ask(champion, Duration.ofDays(30));
        assertThat(Scene.as(champion, () -> fourEyes.withdraw(third.id())).state())
                .isEqualTo(State.WITHDRAWN);
    }

    private Approval ask(Caller caller, Duration lasts) {
        return ask(caller, lasts, "the library has no fixed version yet");
    }

    private Approval ask(Caller caller, Duration lasts, String reason) {
        return Scene.as(
                caller,
                () -> transaction.execute(ignored -> fourEyes.request(request(lasts, reason))));
    }

    private Approvals.Request request(Duration lasts, String reason) {
        Application application = scene.application("MBANK");
        return new Approvals.Request(
                new Place(application.entityId(), application.departmentPath(), application.id()),
                "WAIVER",
                "MBANK-W-1",
                Permission.FINDING_DECIDE,
                reason,
                clock.instant().plus(lasts));
    }

    private java.util.List<Long> idsFor(Caller caller) {
        return Scene.as(caller, () -> fourEyes.list(null, null, 50)).items().stream()
                .map(Approval::id)
                .toList();
    }
}
