package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.PersonStore.Filter;
import dev.touchstone.server.foundation.access.PersonStore.NewPerson;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Cursor;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Reach;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people. */
@Service
class People {

    private final PersonStore store;
    private final Directory directory;
    private final Walls walls;
    private final Links links;
    private final Ledger ledger;
    private final Clock clock;

    People(
            PersonStore store,
            Directory directory,
            Walls walls,
            Links links,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.walls = walls;
        this.links = links;
        this.ledger = ledger;
        this.clock = clock;
    }

    Page<Person> list(Filter filter, @Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : Texts.number(Cursor.read(cursor, 1).getFirst());
        Reach reach = Callers.current().reach(Permission.DIRECTORY_READ);
        List<Person> people = store.list(reach, filter, after, limit + 1);
        return people.size() <= limit
                ? new Page<>(people, null)
                : new Page<>(people.subList(0, limit), Cursor.after(people.get(limit - 1).id()));
    }

    Person open(long id, Permission permission) {
        Person person = store.visible(Callers.current(), id).orElseThrow(Refusal.NotFound::new);
        Reach reach = Callers.current().reach(permission);
        if (!reach.covers(person.entityId(), person.departmentPath(), 0)) {
            throw walls.notAllowed(permission, person.entityId());
        }
        return person;
    }

    @Transactional
    Person add(
            long entityId,
            @Nullable Long departmentId,
            String login,
            String name,
            @Nullable String staffNumber) {
        walls.entity(Permission.PERSON_MANAGE, entityId);
        boolean departmentIsHere =
                departmentId == null
                        || directory
                                .visibleDepartment(departmentId)
                                .filter(department -> department.entityId() == entityId)
                                .isPresent();
        if (!departmentIsHere) {
            throw new Refusal.Invalid(
                    "departmentId", "This legal entity has no department with that id.");
        }
        long id =
                insert(
                        new NewPerson(
                                entityId,
                                departmentId,
                                Person.Kind.BUSINESS,
                                Texts.login("login", login),
                                Texts.name("name", name),
                                Texts.optionalName("staffNumber", staffNumber)));
        Person person = store.visible(Caller.PLATFORM, id).orElseThrow();
        ledger.append(
                "AddPerson",
                "person " + id,
                entityId,
                Map.of("login", person.login(), "name", person.name()));
        return person;
    }

    /** Without a check and without an entry, for set-up, which has its own. */
    long insert(NewPerson person) {
        try {
            return store.add(person, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new Refusal.Conflict(
                    "The login %s belongs to another person. Choose another.", person.login());
        }
    }

    /** A system administrator lets a person in who has no password yet, or lost it. */
    @Transactional
    Links.Made makeLink(long id) {
        walls.person();
        Person person = open(id, Permission.PERSON_MANAGE);
        if (person.kind() != Person.Kind.BUSINESS) {
            throw new Refusal.NotAllowed(
                    "%s is an administrator: with a link you could act as another kind of administrator. The operator of the machine makes it: touchstone link --login %s.",
                    person.name(), person.login());
        }
        if (person.closedAt() != null) {
            throw new Refusal.Conflict(
                    "The account of %s is closed, so no link is made.", person.name());
        }
        return links.make(person);
    }

    /** The person leaves: no sign-in, no session, no role; what they did keeps their name. */
    @Transactional
    void close(long id) {
        walls.person();
        Person person = open(id, Permission.PERSON_MANAGE);
        if (person.kind() != Person.Kind.BUSINESS) {
            throw new Refusal.NotAllowed(
                    "%s is an administrator, and one kind of administrator does not remove another. Ask a security administrator to take the role back first.",
                    person.name());
        }
        if (!store.close(id, clock.instant())) {
            throw new Refusal.Conflict(
                    "The account of %s was closed before; nothing is left to do.", person.name());
        }
        ledger.append(
                "ClosePerson",
                "person " + id,
                person.entityId(),
                Map.of("login", person.login(), "name", person.name()));
    }
}
