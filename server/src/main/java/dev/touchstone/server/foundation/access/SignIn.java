package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.SessionStore.Account;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people in. A try is counted first, in a transaction of its own; then the password is
 * checked; an unknown account takes the same steps as a known one.
 */
@Service
class SignIn {

    static final int TRIES_BY_ACCOUNT = 5;
    static final int TRIES_BY_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final AttemptStore attempts;
    private final SessionStore sessions;
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final Links links;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            AttemptStore attempts,
            SessionStore sessions,
            CredentialStore credentials,
            Passwords passwords,
            Links links,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        this.attempts = attempts;
        this.sessions = sessions;
        this.credentials = credentials;
        this.passwords = passwords;
        this.links = links;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @return the secret of the new session
     */
    Secret withPassword(String login, String password, String address) {
        String canonical = Texts.canonicalLogin(login);
        Instant now = clock.instant();
        String byAccount = "account " + new Secret(canonical).hexDigest();
        String byAddress = "address " + address;
        boolean addressMay = attempts.count(byAddress, TRIES_BY_ADDRESS, WINDOW, now);
        boolean accountMay = attempts.count(byAccount, TRIES_BY_ACCOUNT, WINDOW, now);
        if (!addressMay || !accountMay) {
            throw new Refusal.TooMany(
                    "Too many tries in %d minutes, so this account or this address is locked for a while. Wait, then try again, or ask for a sign-in link.",
                    WINDOW.toMinutes());
        }
        Optional<Account> account = sessions.account(canonical);
        boolean right = passwords.matches(password, account.map(Account::hash).orElse(null));
        if (account.isEmpty() || !right) {
            transaction.executeWithoutResult(ignored -> refuse(canonical, address, account));
            throw new Refusal.NotSignedIn(
                    "Login and password do not fit together. After %d failures the account is locked for %d minutes.",
                    TRIES_BY_ACCOUNT, WINDOW.toMinutes());
        }
        return required(
                transaction.execute(
                        ignored -> {
                            attempts.succeeded(byAccount, byAddress);
                            return open(account.get().personId(), false, "password", address);
                        }));
    }

    Secret withLink(String link, String address) {
        return required(
                transaction.execute(
                        ignored -> {
                            long person =
                                    links.use(link)
                                            .orElseThrow(
                                                    () ->
                                                            new Refusal.NotSignedIn(
                                                                    "The link is unknown, was used, or is older than 24 hours. Ask for a new one."));
                            return open(person, true, "link", address);
                        }));
    }

    private Secret open(long personId, boolean byLink, String how, String address) {
        Secret secret = Secret.random("");
        Instant now = clock.instant();
        attempts.forgetBefore(now.minus(WINDOW.multipliedBy(2)));
        sessions.clear(now.minus(CredentialStore.IDLE), now.minus(CredentialStore.LONGEST));
        sessions.add(secret.digest(), personId, byLink, now);
        Caller person = credentials.person(personId).orElseThrow();
        Callers.as(
                person,
                () ->
                        append(
                                "SignIn",
                                "person " + personId,
                                person.entityId(),
                                Map.of("by", how, "address", address)));
        return secret;
    }

    private void refuse(String login, String address, Optional<Account> account) {
        ledger.append(
                "RefuseSignIn",
                account.map(known -> "person " + known.personId()).orElse("unknown account"),
                account.map(Account::entityId).orElse(null),
                Map.of("login", login, "address", address));
    }

    private boolean append(String command, String subject, Long entityId, Object body) {
        ledger.append(command, subject, entityId, body);
        return true;
    }

    private static Secret required(@Nullable Secret secret) {
        return Objects.requireNonNull(secret);
    }
}
