package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.GrantStore.NewGrant;
import dev.touchstone.server.foundation.access.Rights.Place;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Cursor;
import dev.touchstone.server.foundation.guard.Page;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys of machines: business roles for a legal entity or some applications, for a year at most. */
@Service
class Tokens {

    static final String PREFIX = "ts_";
    static final Duration LONGEST = Duration.ofDays(365);

    private final TokenStore store;
    private final GrantStore grants;
    private final Rights rights;
    private final Walls walls;
    private final Ledger ledger;
    private final Clock clock;

    Tokens(
            TokenStore store,
            GrantStore grants,
            Rights rights,
            Walls walls,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.grants = grants;
        this.rights = rights;
        this.walls = walls;
        this.ledger = ledger;
        this.clock = clock;
    }

    Page<Token> list(@Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : Texts.number(Cursor.read(cursor, 1).getFirst());
        var tokens = store.list(Callers.current().reach(Permission.TOKEN_MANAGE), after, limit + 1);
        return tokens.size() <= limit
                ? new Page<>(tokens, null)
                : new Page<>(tokens.subList(0, limit), Cursor.after(tokens.get(limit - 1).id()));
    }

    @Transactional
    Made make(
            long entityId,
            String name,
            Set<Role> roles,
            List<String> applications,
            Instant expiresAt) {
        walls.person();
        walls.entity(Permission.TOKEN_MANAGE, entityId);
        check(roles, expiresAt);
        Secret secret = Secret.random(PREFIX);
        String checkedName = Texts.name("name", name);
        long id =
                store.add(
                        entityId,
                        checkedName,
                        secret.digest(),
                        Callers.current().id(),
                        clock.instant(),
                        expiresAt);
        for (Role role : roles) {
            for (Place place : Place.of(entityId, applications)) {
                grants.add(grant(id, role, place), clock.instant());
            }
        }
        ledger.append(
                "MakeToken",
                "token " + id,
                entityId,
                Map.of(
                        "name", checkedName,
                        "roles", roles,
                        "applications", applications,
                        "expiresAt", expiresAt));
        return new Made(store.visible(Caller.PLATFORM, id).orElseThrow(), secret);
    }

    @Transactional
    void revoke(long id) {
        walls.person();
        Token token = store.visible(Callers.current(), id).orElseThrow(Refusal.NotFound::new);
        walls.entity(Permission.TOKEN_MANAGE, token.entityId());
        if (token.revokedAt() != null) {
            throw new Refusal.Conflict(
                    "Token %s was revoked before; nothing is left to do.", token.name());
        }
        store.revoke(id, clock.instant());
        ledger.append("RevokeToken", "token " + id, token.entityId(), Map.of("name", token.name()));
    }

    private NewGrant grant(long token, Role role, Place place) {
        return new NewGrant(
                null,
                token,
                Person.Kind.BUSINESS,
                role,
                place.scope(),
                place.entityId(),
                null,
                rights.applicationId(place),
                Callers.current().id());
    }

    private void check(Set<Role> roles, Instant expiresAt) {
        if (roles.isEmpty()) {
            throw new Refusal.Invalid("roles", "A token needs at least one role.");
        }
        if (roles.stream().anyMatch(Role::isAdministrator)) {
            throw new Refusal.Invalid(
                    "roles",
                    "A machine is no administrator. Choose roles that work with applications.");
        }
        Instant now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw new Refusal.Invalid(
                    "expiresAt",
                    "A token ends in the future and after %d days at most.",
                    LONGEST.toDays());
        }
    }

    /** A token with its secret, shown this once. */
    record Made(Token token, Secret secret) {}
}
