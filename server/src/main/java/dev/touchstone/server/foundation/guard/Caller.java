package dev.touchstone.server.foundation.guard;

import java.util.List;

/**
 * Who calls: a person with a session, a machine with a token, or the platform itself.
 *
 * @param id of the person or the token; 0 for the platform
 * @param display name for the ledger and for people, for example {@code 陈思远} or {@code token
 *     ci-mbank}
 * @param entityId home legal entity; 0 for the platform
 */
public record Caller(Kind kind, long id, String display, long entityId, List<Grant> grants) {

    /** What kind of thing calls. */
    public enum Kind {
        PERSON,
        TOKEN,
        PLATFORM
    }

    public static final Caller PLATFORM = new Caller(Kind.PLATFORM, 0, "platform", 0, List.of());

    public Caller {
        grants = List.copyOf(grants);
    }

    /** True when some grant gives the permission, wherever it holds. */
    public boolean may(Permission permission) {
        return grants.stream().anyMatch(grant -> grant.role().allows(permission));
    }
}
