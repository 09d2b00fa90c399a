package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Credentials;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredCredentials implements Credentials {

    private final CredentialStore store;
    private final Clock clock;

    StoredCredentials(CredentialStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> session(String secret) {
        return store.session(new Secret(secret).digest(), clock.instant());
    }

    @Override
    public Optional<Caller> token(String secret) {
        return secret.startsWith(Tokens.PREFIX)
                ? store.token(new Secret(secret).digest(), clock.instant())
                : Optional.empty();
    }

    @Override
    public List<String> whoGrantsRights(long entityId) {
        return store.securityAdministrators(entityId);
    }
}
