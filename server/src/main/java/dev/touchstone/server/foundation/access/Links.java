package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Links that work once and for 24 hours. */
@Service
class Links {

    static final Duration LASTS = Duration.ofHours(24);

    private final LinkStore store;
    private final PublicAddress address;
    private final Ledger ledger;
    private final Clock clock;

    Links(LinkStore store, PublicAddress address, Ledger ledger, Clock clock) {
        this.store = store;
        this.address = address;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Makes a sign-in link; the entry in the ledger says for whom, not the secret. */
    Made make(Person person) {
        Made made = withoutEntry(person.id());
        ledger.append(
                "MakeLink",
                "person " + person.id(),
                person.entityId(),
                Map.of("login", person.login(), "expiresAt", made.expiresAt()));
        return made;
    }

    /** For commands that write an entry of their own. */
    Made withoutEntry(long personId) {
        Secret secret = Secret.random("");
        Instant now = clock.instant();
        store.addSignIn(secret.digest(), personId, now, now.plus(LASTS));
        return new Made(address.of("/sign-in#link=" + secret.text()), now.plus(LASTS));
    }

    Made makeFirst() {
        Secret secret = Secret.random("");
        Instant now = clock.instant();
        store.addFirst(secret.digest(), now, now.plus(LASTS));
        return new Made(address.of("/set-up#link=" + secret.text()), now.plus(LASTS));
    }

    /** The person behind an unused link; uses it up. */
    Optional<Long> use(String secret) {
        return store.useSignIn(new Secret(secret).digest(), clock.instant());
    }

    boolean useFirst(String secret) {
        return store.useFirst(new Secret(secret).digest(), clock.instant());
    }

    /** A link, shown this once. */
    record Made(String link, Instant expiresAt) {

        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }
}
