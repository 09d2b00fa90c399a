package dev.touchstone.server.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.foundation.access.Rights.Place;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Grant;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.guard.Scope;
import dev.touchstone.server.scene.MovableClock;
import dev.touchstone.server.scene.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@Import(MovableClock.InPlace.class)
class RightsTest {

    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;
    @Autowired MovableClock clock;
    @Autowired Rights rights;
    @Autowired People people;
    @Autowired GrantStore grants;
    @Autowired Tokens tokens;
    @Autowired StoredCredentials credentials;

    private Scene scene;
    private Caller administrator;

    @BeforeEach
    void scene() {
        scene = Scene.on(database);
        administrator = scene.caller(Role.SECURITY_ADMIN);
    }

    @Test
    void aRoleIsGrantedForAnApplicationAndTakenBack() {
        long person = newPerson();

        var held =
                Scene.as(
                        administrator,
                        () ->
                                rights.grant(
                                        person,
                                        Role.DEVELOPER,
                                        new Place(ScopeKind.APPLICATION, scope(), null, "MBANK")));

        assertThat(held.applicationId()).isEqualTo(scene.application("MBANK").id());
        Scene.as(administrator, () -> rights.revoke(person, held.id()));
        assertThat(grants.ofPeople(List.of(person))).isEmpty();
    }

    @Test
    void noPersonHoldsTwoAdministratorsRoles() {
        long systemAdministrator = scene.caller(Role.SYSTEM_ADMIN).id();

        assertThatThrownBy(() -> grant(systemAdministrator, Role.AUDIT_ADMIN, entity()))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("three administrators");
    }

    @Test
    void anAdministratorHoldsNoBusinessRoleAndTheOtherWayRound() {
        assertThatThrownBy(() -> grant(scene.caller(Role.AUDIT_ADMIN).id(), Role.VIEWER, entity()))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(
                        () -> grant(scene.caller(Role.DEVELOPER).id(), Role.SYSTEM_ADMIN, entity()))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void theDatabaseItselfKeepsTheAdministratorsApart() {
        long person = scene.caller(Role.SYSTEM_ADMIN).id();

        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                insert into access.role_grant (person_id, kind, role, scope, created_at)
                                                values (:person, 'AUDIT_ADMIN', 'AUDIT_ADMIN', 'GROUP', now())
                                                """)
                                        .param("person", person)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                insert into access.role_grant (person_id, kind, role, scope, created_at)
                                                values (:person, 'SYSTEM_ADMIN', 'AUDIT_ADMIN', 'GROUP', now())
                                                """)
                                        .param("person", person)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoHasNoRoleLeftCanBecomeAnAdministrator() {
        long person = newPerson();
        grant(person, Role.VIEWER, entity());
        assertThatThrownBy(() -> grant(person, Role.AUDIT_ADMIN, entity()))
                .isInstanceOf(Refusal.Conflict.class);

        long viewer = grants.ofPeople(List.of(person)).getFirst().id();
        Scene.as(administrator, () -> rights.revoke(person, viewer));

        assertThat(grant(person, Role.AUDIT_ADMIN, entity()).role()).isEqualTo(Role.AUDIT_ADMIN);
    }

    @Test
    void nobodyChangesTheOwnRights() {
        assertThatThrownBy(() -> grant(administrator.id(), Role.SYSTEM_ADMIN, entity()))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> grant(newPerson(), Role.SECURITY_ADMIN, entity()))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void rightsStopAtTheWall() {
        long here = newPerson();
        long foreigner = scene.foreigner(Role.DEVELOPER).id();

        assertThatThrownBy(() -> grant(foreigner, Role.DEVELOPER, entity()))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(
                        () ->
                                grant(
                                        here,
                                        Role.DEVELOPER,
                                        new Place(ScopeKind.ENTITY, scene.wealth(), null, null)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(
                        () ->
                                grant(
                                        here,
                                        Role.AUDIT_ADMIN,
                                        new Place(ScopeKind.GROUP, null, null, null)))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(
                        () ->
                                grant(
                                        here,
                                        Role.DEVELOPER,
                                        new Place(
                                                ScopeKind.DEPARTMENT,
                                                scope(),
                                                scene.funds(),
                                                null)))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(
                        () ->
                                grant(
                                        here,
                                        Role.DEVELOPER,
                                        new Place(ScopeKind.APPLICATION, scope(), null, "WEALTH")))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void businessRolesDoNotReachOverTheGroup() {
        Caller ofGroup = groupAdministrator();

        assertThatThrownBy(
                        () ->
                                Scene.as(
                                        ofGroup,
                                        () ->
                                                rights.grant(
                                                        newPerson(),
                                                        Role.DEVELOPER,
                                                        new Place(
                                                                ScopeKind.GROUP,
                                                                null,
                                                                null,
                                                                null))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aSystemAdministratorMakesNoLinkForAnotherAdministrator() {
        Caller system = scene.caller(Role.SYSTEM_ADMIN);

        assertThatThrownBy(() -> Scene.as(system, () -> people.makeLink(administrator.id())))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("touchstone link");
        assertThat(
                        Scene.as(system, () -> people.makeLink(scene.caller(Role.DEVELOPER).id()))
                                .link())
                .contains("#link=");
    }

    @Test
    void whoLeavesHasNoSessionAndNoRoleAnyMore() {
        Caller leaver = scene.caller(Role.DEVELOPER);
        Caller system = scene.caller(Role.SYSTEM_ADMIN);
        String secret = scene.session(leaver, clock.instant());

        Scene.as(system, () -> people.close(leaver.id()));

        assertThat(credentials.session(secret)).isEmpty();
        assertThat(grants.ofPeople(List.of(leaver.id()))).isEmpty();
        assertThatThrownBy(() -> grant(leaver.id(), Role.VIEWER, entity()))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> Scene.as(system, () -> people.makeLink(leaver.id())))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> Scene.as(system, () -> people.close(administrator.id())))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void aTokenEndsWhenItExpiresOrIsRevoked() {
        var made = token(Duration.ofDays(365));
        var other = token(Duration.ofDays(1));
        String secret = made.secret().text();

        assertThat(secret).startsWith("ts_");
        assertThat(credentials.token(secret).orElseThrow().grants())
                .extracting(grant -> grant.role())
                .containsExactly(Role.DEVELOPER);
        clock.advance(Duration.ofDays(1));
        assertThat(credentials.token(other.secret().text())).isEmpty();
        assertThat(credentials.token(secret)).isPresent();
        Scene.as(administrator, () -> tokens.revoke(made.token().id()));
        assertThat(credentials.token(secret)).isEmpty();
    }

    @Test
    void aTokenLivesNoLongerThanAYearAndIsNoAdministrator() {
        assertThatThrownBy(() -> token(Duration.ofDays(365).plusSeconds(1)))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(
                        () ->
                                Scene.as(
                                        administrator,
                                        () ->
                                                tokens.make(
                                                        scope(),
                                                        "x",
                                                        Set.of(Role.AUDIT_ADMIN),
                                                        List.of(),
                                                        clock.instant().plusSeconds(60))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aTokenGrantsNothing() {
        var machine = new Caller(Caller.Kind.TOKEN, 1, "token x", scope(), administrator.grants());

        assertThatThrownBy(
                        () ->
                                Scene.as(
                                        machine,
                                        () -> rights.grant(newPerson(), Role.VIEWER, entity())))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("token");
    }

    private Tokens.Made token(Duration life) {
        return Scene.as(
                administrator,
                () ->
                        tokens.make(
                                scope(),
                                "ci-mbank",
                                Set.of(Role.DEVELOPER),
                                List.of("MBANK"),
                                clock.instant().plus(life)));
    }

    private GrantStore.HeldGrant grant(long person, Role role, Place place) {
        return Scene.as(administrator, () -> rights.grant(person, role, place));
    }

    private Place entity() {
        return new Place(ScopeKind.ENTITY, scope(), null, null);
    }

    private long scope() {
        return scene.bank();
    }

    private long newPerson() {
        return Scene.as(
                        scene.caller(Role.SYSTEM_ADMIN),
                        () ->
                                people.add(
                                        scope(),
                                        scene.eBanking(),
                                        "p" + UUID.randomUUID(),
                                        "孙若楠",
                                        "070318"))
                .id();
    }

    private Caller groupAdministrator() {
        return new Caller(
                Caller.Kind.PERSON,
                administrator.id(),
                "group",
                scope(),
                List.of(new Grant(Role.SECURITY_ADMIN, new Scope.OfGroup())));
    }
}
