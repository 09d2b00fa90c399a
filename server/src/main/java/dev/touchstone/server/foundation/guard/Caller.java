package dev.touchstone.server.foundation.guard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /** The platform's own work, outside of any request: nothing is closed to it. */
    public static final Caller PLATFORM = new Caller(Kind.PLATFORM, 0, "platform", 0, List.of());

    /** A request without session and token: everything but the public operations is closed. */
    public static final Caller NOBODY = new Caller(Kind.PERSON, 0, "not signed in", 0, List.of());

    public Caller {
        grants = List.copyOf(grants);
    }

    /** True when some grant gives the permission, wherever it holds; oneself is always open. */
    public boolean may(Permission permission) {
        return kind == Kind.PLATFORM
                || (permission == Permission.SELF && id != 0)
                || grants.stream().anyMatch(grant -> grant.role().allows(permission));
    }

    /** Where the permission holds. */
    public Reach reach(Permission permission) {
        return kind == Kind.PLATFORM
                ? Reach.EVERYWHERE
                : Reach.of(
                        grants.stream()
                                .filter(grant -> grant.role().allows(permission))
                                .map(Grant::scope)
                                .toList());
    }

    /** True where no wall stands before the caller: the platform, and grants for the group. */
    public boolean seesEveryEntity() {
        return kind == Kind.PLATFORM
                || grants.stream().anyMatch(grant -> grant.scope() instanceof Scope.OfGroup);
    }

    /** The legal entities this side of the wall: the own one, and those that a grant names. */
    public Set<Long> visibleEntities() {
        var visible = new TreeSet<Long>();
        visible.add(entityId);
        for (Grant grant : grants) {
            switch (grant.scope()) {
                case Scope.OfGroup() -> {}
                case Scope.OfEntity(long entity) -> visible.add(entity);
                case Scope.OfDepartment(long entity, long ignored) -> visible.add(entity);
                case Scope.OfApplication(long entity, long ignored) -> visible.add(entity);
            }
        }
        return visible;
    }
}
