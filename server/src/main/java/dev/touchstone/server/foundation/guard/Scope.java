package dev.touchstone.server.foundation.guard;

/** Where a role holds. A department's scope reaches the departments below it. */
public sealed interface Scope {

    /** All legal entities of the group; only administrators hold it. */
    record OfGroup() implements Scope {}

    record OfEntity(long entityId) implements Scope {}

    record OfDepartment(long entityId, long departmentId) implements Scope {}

    record OfApplication(long entityId, long applicationId) implements Scope {}
}
