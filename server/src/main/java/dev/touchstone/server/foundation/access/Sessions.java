package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.SessionStore.Account;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own session and password. */
@Service
class Sessions {

    private final SessionStore store;
    private final Passwords passwords;
    private final Walls walls;
    private final AttemptStore attempts;
    private final Ledger ledger;
    private final Clock clock;

    Sessions(
            SessionStore store,
            Passwords passwords,
            Walls walls,
            AttemptStore attempts,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.walls = walls;
        this.attempts = attempts;
        this.ledger = ledger;
        this.clock = clock;
    }

    boolean isByLink(String secret) {
        return store.isByLink(new Secret(secret).digest());
    }

    @Transactional
    void end(String secret) {
        walls.person();
        Caller caller = Callers.current();
        store.end(new Secret(secret).digest());
        ledger.append("SignOut", "person " + caller.id(), caller.entityId(), Map.of());
    }

    /**
     * @param current may be left out in a session that a link opened
     */
    @Transactional
    void changePassword(String secret, @Nullable String current, String next) {
        walls.person();
        byte[] session = new Secret(secret).digest();
        Account account = store.account(Callers.current().id()).orElseThrow(Refusal.NotFound::new);
        if (!store.isByLink(session)) {
            checkCurrent(account, current);
        }
        passwords.check("next", account.login(), next);
        if (passwords.matches(next, account.hash())) {
            throw new Refusal.Invalid("next", "This is the password you have. Choose another.");
        }
        store.setPassword(account.personId(), passwords.hash(next), clock.instant());
        store.endOthers(account.personId(), session);
        ledger.append(
                "ChangePassword", "person " + account.personId(), account.entityId(), Map.of());
    }

    private void checkCurrent(Account account, @Nullable String current) {
        if (current == null || !passwords.matches(current, account.hash())) {
            throw new Refusal.Invalid(
                    "current", "The present password is not right. Type it again.");
        }
    }
}
