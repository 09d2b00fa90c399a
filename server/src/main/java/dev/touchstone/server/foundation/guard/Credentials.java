package dev.touchstone.server.foundation.guard;

import java.util.List;
import java.util.Optional;

/** Finds who stands behind the secret that a request carries; the access module answers. */
public interface Credentials {

    /** The person of a session that has not ended. */
    Optional<Caller> session(String secret);

    /** The token with that secret, if it is neither expired nor revoked. */
    Optional<Caller> token(String secret);

    /** Names of those who grant rights in a legal entity. */
    List<String> whoGrantsRights(long entityId);
}
