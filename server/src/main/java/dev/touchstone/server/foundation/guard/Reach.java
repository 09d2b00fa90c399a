package dev.touchstone.server.foundation.guard;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a caller holds a permission; in SQL: {@code (:everywhere or entity_id = any(:entities) or
 * department_path && :departments or id = any(:applications))}.
 */
public record Reach(
        boolean everywhere, Set<Long> entities, Set<Long> departments, Set<Long> applications) {

    public static final Reach EVERYWHERE = new Reach(true, Set.of(), Set.of(), Set.of());

    public Reach {
        entities = Set.copyOf(entities);
        departments = Set.copyOf(departments);
        applications = Set.copyOf(applications);
    }

    static Reach of(Collection<Scope> scopes) {
        var entities = new TreeSet<Long>();
        var departments = new TreeSet<Long>();
        var applications = new TreeSet<Long>();
        boolean everywhere = false;
        for (Scope scope : scopes) {
            switch (scope) {
                case Scope.OfGroup() -> everywhere = true;
                case Scope.OfEntity(long entity) -> entities.add(entity);
                case Scope.OfDepartment(long ignored, long department) ->
                        departments.add(department);
                case Scope.OfApplication(long ignored, long application) ->
                        applications.add(application);
            }
        }
        return new Reach(everywhere, entities, departments, applications);
    }

    /** True for the whole legal entity, not only for parts of it. */
    public boolean coversEntity(long entityId) {
        return everywhere || entities.contains(entityId);
    }

    /** True where an application of that department and entity lies inside. */
    public boolean covers(long entityId, Collection<Long> departmentPath, long applicationId) {
        return coversEntity(entityId)
                || departmentPath.stream().anyMatch(departments::contains)
                || applications.contains(applicationId);
    }
}
