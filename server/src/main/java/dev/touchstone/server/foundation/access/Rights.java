package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.GrantStore.HeldGrant;
import dev.touchstone.server.foundation.access.GrantStore.NewGrant;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants roles and takes them back. */
@Service
class Rights {

    private final GrantStore grants;
    private final PersonStore people;
    private final Directory directory;
    private final Walls walls;
    private final ObjectProvider<ApplicationNames> applications;
    private final Ledger ledger;
    private final Clock clock;

    Rights(
            GrantStore grants,
            PersonStore people,
            Directory directory,
            Walls walls,
            ObjectProvider<ApplicationNames> applications,
            Ledger ledger,
            Clock clock) {
        this.grants = grants;
        this.people = people;
        this.directory = directory;
        this.walls = walls;
        this.applications = applications;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    HeldGrant grant(long personId, Role role, Place place) {
        walls.person();
        Caller caller = Callers.current();
        Person person = people.visible(caller, personId).orElseThrow(Refusal.NotFound::new);
        covered(place);
        checkWho(caller, person, role);
        checkScope(role, place);
        if (person.closedAt() != null) {
            throw new Refusal.Conflict(
                    "The account of %s is closed and takes no role.", person.name());
        }
        Person.Kind kind = kindOf(role);
        if (!grants.becomes(personId, kind)) {
            throw apart(person, role);
        }
        try {
            long id =
                    grants.add(
                            new NewGrant(
                                    personId,
                                    null,
                                    kind,
                                    role,
                                    place.scope(),
                                    place.entityId(),
                                    place.departmentId(),
                                    applicationId(place),
                                    caller.id()),
                            clock.instant());
            HeldGrant held = grants.ofPerson(personId, id).orElseThrow();
            ledger.append("GrantRole", "person " + personId, ledgerEntity(place, person), held);
            return held;
        } catch (DuplicateKeyException held) {
            throw new Refusal.Conflict("%s holds this role there already.", person.name());
        } catch (DataIntegrityViolationException apart) {
            throw apart(person, role);
        }
    }

    @Transactional
    void revoke(long personId, long grantId) {
        walls.person();
        Caller caller = Callers.current();
        Person person = people.visible(caller, personId).orElseThrow(Refusal.NotFound::new);
        HeldGrant held = grants.ofPerson(personId, grantId).orElseThrow(Refusal.NotFound::new);
        if (held.entityId() == null) {
            walls.group(Permission.GRANT_MANAGE);
        } else {
            walls.entity(Permission.GRANT_MANAGE, held.entityId());
        }
        checkWho(caller, person, held.role());
        grants.remove(grantId);
        ledger.append(
                "RevokeRole",
                "person " + personId,
                held.entityId() == null ? Long.valueOf(person.entityId()) : held.entityId(),
                held);
    }

    /** The administrator's own right must reach where the role will hold. */
    void covered(Place place) {
        if (place.scope() == ScopeKind.GROUP) {
            walls.group(Permission.GRANT_MANAGE);
        } else if (place.entityId() == null) {
            throw new Refusal.Invalid("scope.entityId", "Name the legal entity.");
        } else {
            walls.entity(Permission.GRANT_MANAGE, place.entityId());
        }
    }

    void checkScope(Role role, Place place) {
        boolean whole = place.scope() == ScopeKind.GROUP || place.scope() == ScopeKind.ENTITY;
        if (role.isAdministrator() && !whole) {
            throw new Refusal.Invalid(
                    "scope.kind", "An administrator's role holds for a legal entity or the group.");
        }
        if (!role.isAdministrator() && place.scope() == ScopeKind.GROUP) {
            throw new Refusal.Invalid(
                    "scope.kind",
                    "Only administrators hold a role for the group. Grant it for each legal entity.");
        }
        if (place.scope() == ScopeKind.DEPARTMENT) {
            Long department = place.departmentId();
            boolean here =
                    department != null
                            && directory
                                    .visibleDepartment(department)
                                    .filter(
                                            found ->
                                                    Long.valueOf(found.entityId())
                                                            .equals(place.entityId()))
                                    .isPresent();
            if (!here) {
                throw new Refusal.Invalid(
                        "scope.departmentId", "This legal entity has no department with that id.");
            }
        }
    }

    @Nullable Long applicationId(Place place) {
        Long entity = place.entityId();
        String key = place.application();
        if (place.scope() != ScopeKind.APPLICATION || entity == null) {
            return null;
        }
        return (key == null ? Optional.<Long>empty() : applications.getObject().id(entity, key))
                .orElseThrow(
                        () ->
                                new Refusal.Invalid(
                                        "scope.application",
                                        "This legal entity has no application with that key."));
    }

    private static void checkWho(Caller caller, Person person, Role role) {
        if (caller.kind() == Caller.Kind.PERSON && caller.id() == person.id()) {
            throw new Refusal.NotAllowed(
                    "Nobody changes the own rights. Another security administrator can do it.");
        }
        if (role == Role.SECURITY_ADMIN) {
            throw new Refusal.NotAllowed(
                    "A security administrator does not add to or take from the own kind. Security administrators are appointed at set-up.");
        }
    }

    private static Refusal apart(Person person, Role role) {
        return new Refusal.Conflict(
                "%s holds a role that does not go together with %s: the three administrators are different people and hold no other role. Choose another person, or take the other roles back first.",
                person.name(), role);
    }

    private static Person.Kind kindOf(Role role) {
        return role.isAdministrator() ? Person.Kind.valueOf(role.name()) : Person.Kind.BUSINESS;
    }

    private static Long ledgerEntity(Place place, Person person) {
        return place.entityId() == null ? Long.valueOf(person.entityId()) : place.entityId();
    }

    /** Where a role is to hold. */
    record Place(
            ScopeKind scope,
            @Nullable Long entityId,
            @Nullable Long departmentId,
            @Nullable String application) {

        Place {
            if (scope == ScopeKind.GROUP) {
                entityId = null;
            }
            if (scope != ScopeKind.DEPARTMENT) {
                departmentId = null;
            }
            if (scope != ScopeKind.APPLICATION) {
                application = null;
            }
        }

        static List<Place> of(long entityId, List<String> applications) {
            return applications.isEmpty()
                    ? List.of(new Place(ScopeKind.ENTITY, entityId, null, null))
                    : applications.stream()
                            .map(key -> new Place(ScopeKind.APPLICATION, entityId, null, key))
                            .toList();
        }

        Map<String, Object> forLedger() {
            return Map.of("scope", scope, "application", application == null ? "" : application);
        }
    }
}
