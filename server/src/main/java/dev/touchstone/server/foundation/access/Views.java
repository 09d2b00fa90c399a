package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.GrantStore.HeldGrant;
import dev.touchstone.server.foundation.guard.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Grants as people read them, with names instead of numbers. */
@Component
class Views {

    private final ObjectProvider<ApplicationNames> applications;

    Views(ObjectProvider<ApplicationNames> applications) {
        this.applications = applications;
    }

    List<GrantView> grants(Collection<HeldGrant> grants) {
        var ids =
                grants.stream()
                        .map(HeldGrant::applicationId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Map<Long, String> keys = ids.isEmpty() ? Map.of() : applications.getObject().keys(ids);
        return grants.stream().map(grant -> view(grant, keys)).toList();
    }

    private static GrantView view(HeldGrant grant, Map<Long, String> keys) {
        return new GrantView(
                grant.id(),
                grant.role(),
                new ScopeView(
                        grant.scope(),
                        grant.entityId(),
                        grant.entityKey(),
                        grant.departmentId(),
                        grant.departmentName(),
                        grant.applicationId() == null ? null : keys.get(grant.applicationId())));
    }

    /** A role and where it holds. */
    record GrantView(long id, Role role, ScopeView scope) {}

    /**
     * @param entity key of the legal entity
     * @param department name of the department
     * @param application key of the application
     */
    record ScopeView(
            ScopeKind kind,
            @Nullable Long entityId,
            @Nullable String entity,
            @Nullable Long departmentId,
            @Nullable String department,
            @Nullable String application) {}
}
