package dev.touchstone.server.foundation.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other modules may know of legal entities, departments and people. */
public interface Directory {

    /** Names of the legal entities with these ids. */
    Map<Long, EntityName> entities(Collection<Long> ids);

    /** Departments with these ids. */
    Map<Long, Department> departments(Collection<Long> ids);

    /** The department with this id, behind no wall that the current caller stands before. */
    Optional<Department> visibleDepartment(long id);

    /** Name of the person with this id in that legal entity. */
    Optional<String> personName(long entityId, long personId);

    /** Names of the security engineers who answer for an application there. */
    List<String> securityEngineers(long entityId, List<Long> departmentPath, long applicationId);

    /** Key and name of a legal entity. */
    record EntityName(long id, String key, String name) {}

    /**
     * A node of the organisation's tree.
     *
     * @param path ids from the root down to this department
     */
    record Department(long id, long entityId, String name, List<Long> path) {}
}
