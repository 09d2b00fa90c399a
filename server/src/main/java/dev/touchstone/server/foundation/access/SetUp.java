package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.GrantStore.NewGrant;
import dev.touchstone.server.foundation.access.PersonStore.NewPerson;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first day: three administrators and a legal entity; then this closes for ever. */
@Service
class SetUp {

    private static final Set<Role> ADMINISTRATORS =
            Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private final SetUpStore store;
    private final Links links;
    private final Organisation organisation;
    private final People people;
    private final GrantStore grants;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final Ledger ledger;
    private final Clock clock;

    SetUp(
            SetUpStore store,
            Links links,
            Organisation organisation,
            People people,
            GrantStore grants,
            SessionStore sessions,
            Passwords passwords,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.organisation = organisation;
        this.people = people;
        this.grants = grants;
        this.sessions = sessions;
        this.passwords = passwords;
        this.ledger = ledger;
        this.clock = clock;
    }

    boolean isOpen() {
        return store.isOpen();
    }

    /**
     * All or nothing. Of two that come at once, one waits for the other at the row that closes the
     * set-up, and is then refused.
     */
    @Transactional
    List<Appointed> appoint(
            String link, String entityKey, String entityName, List<Administrator> three) {
        check(three);
        if (!links.useFirst(link) || !close()) {
            throw new Refusal.NotFound();
        }
        LegalEntity entity = organisation.insertEntity(entityKey, entityName);
        var appointed = new ArrayList<Appointed>();
        for (Administrator administrator : three) {
            appointed.add(appoint(entity, administrator));
        }
        ledger.append(
                "AppointAdministrators",
                entity.key(),
                entity.id(),
                Map.of(
                        "entity", entity.name(),
                        "administrators",
                                three.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Administrator::role,
                                                        Administrator::login))));
        return appointed;
    }

    private boolean close() {
        try {
            store.close(clock.instant());
            return true;
        } catch (DuplicateKeyException closedBefore) {
            return false;
        }
    }

    private Appointed appoint(LegalEntity entity, Administrator administrator) {
        var kind = Person.Kind.valueOf(administrator.role().name());
        String login = Texts.login("administrators.login", administrator.login());
        long person =
                people.insert(
                        new NewPerson(
                                entity.id(),
                                null,
                                kind,
                                login,
                                Texts.name("administrators.name", administrator.name()),
                                Texts.optionalName(
                                        "administrators.staffNumber",
                                        administrator.staffNumber())));
        grants.add(
                new NewGrant(
                        person,
                        null,
                        kind,
                        administrator.role(),
                        ScopeKind.GROUP,
                        null,
                        null,
                        null,
                        null),
                clock.instant());
        String password = administrator.password();
        if (password == null) {
            return new Appointed(administrator.role(), login, links.withoutEntry(person));
        }
        passwords.check("administrators.password", login, password);
        sessions.setPassword(person, passwords.hash(password), clock.instant());
        return new Appointed(administrator.role(), login, null);
    }

    private static void check(List<Administrator> three) {
        var roles = three.stream().map(Administrator::role).collect(Collectors.toSet());
        boolean different =
                three.size() == 3
                        && isDifferent(three, Administrator::login)
                        && isDifferent(three, Administrator::name);
        if (!roles.equals(ADMINISTRATORS) || !different) {
            throw new Refusal.Invalid(
                    "administrators",
                    "Name three different people, with different logins and names: one SYSTEM_ADMIN, one SECURITY_ADMIN, one AUDIT_ADMIN.");
        }
    }

    private static boolean isDifferent(
            List<Administrator> three, Function<Administrator, String> what) {
        return three.stream()
                        .map(what)
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                == three.size();
    }

    /**
     * Who is to be appointed.
     *
     * @param password null: a sign-in link is made instead
     */
    record Administrator(
            Role role,
            String login,
            String name,
            @Nullable String staffNumber,
            @Nullable String password) {

        @Override
        public String toString() {
            return "Administrator[" + role + ", " + login + "]";
        }
    }

    record Appointed(Role role, String login, Links.@Nullable Made link) {}
}
