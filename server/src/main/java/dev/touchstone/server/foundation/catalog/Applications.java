package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.guard.Permission;
import java.util.Collection;
import java.util.List;

/** The applications that the current caller can see. */
public interface Applications {

    /**
     * The application with this key, for a caller who holds the permission there.
     *
     * @throws dev.touchstone.server.foundation.guard.Refusal.NotFound for an unknown key and for
     *     one of another legal entity
     * @throws dev.touchstone.server.foundation.guard.Refusal.NotAllowed in the own entity without
     *     the permission; names the owner
     */
    Application open(String key, Permission permission);

    /** All applications in which the caller holds the permission, by key. */
    List<Application> reachable(Permission permission);

    /** The applications with these ids, whoever calls: for what a check has let through before. */
    List<Application> withIds(Collection<Long> ids);
}
