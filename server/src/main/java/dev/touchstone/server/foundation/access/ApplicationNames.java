package dev.touchstone.server.foundation.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Ids and keys of applications, for grants that name one; the catalog answers. */
public interface ApplicationNames {

    Optional<Long> id(long entityId, String key);

    Map<Long, String> keys(Collection<Long> ids);
}
