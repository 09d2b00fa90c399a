package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.access.OrganisationStore.DepartmentView;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal entities and the tree of departments in each. */
@Service
class Organisation {

    private static final String KEY = "[A-Z][A-Z0-9]{1,11}";

    private final OrganisationStore store;
    private final Directory directory;
    private final Walls walls;
    private final Ledger ledger;
    private final Clock clock;

    Organisation(
            OrganisationStore store, Directory directory, Walls walls, Ledger ledger, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.walls = walls;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<LegalEntity> entities() {
        return store.visibleEntities(Callers.current());
    }

    List<DepartmentView> departments(@Nullable Long entityId) {
        return store.departments(Callers.current(), entityId);
    }

    @Transactional
    LegalEntity addEntity(String key, String name) {
        walls.group(Permission.ENTITY_MANAGE);
        LegalEntity entity = insertEntity(key, name);
        ledger.append(
                "AddEntity", entity.key(), entity.id(), Map.of("key", key, "name", entity.name()));
        return entity;
    }

    /** Without a check and without an entry, for set-up, which has its own. */
    LegalEntity insertEntity(String key, String name) {
        if (!key.matches(KEY)) {
            throw new Refusal.Invalid(
                    "key",
                    "The key has 2 to 12 capital letters and digits and begins with a letter.");
        }
        try {
            return store.addEntity(key, Texts.name("name", name), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new Refusal.Conflict(
                    "The key %s belongs to another legal entity. Choose another.", key);
        }
    }

    @Transactional
    DepartmentView addDepartment(long entityId, @Nullable Long parentId, String name) {
        walls.entity(Permission.ENTITY_MANAGE, entityId);
        Long[] above = parentId == null ? new Long[0] : path(entityId, parentId);
        try {
            var department =
                    store.addDepartment(
                            entityId, parentId, above, Texts.name("name", name), clock.instant());
            ledger.append(
                    "AddDepartment",
                    "department " + department.id(),
                    entityId,
                    Map.of("name", department.name(), "path", department.path()));
            return department;
        } catch (DuplicateKeyException taken) {
            throw new Refusal.Conflict(
                    "There is a department with that name at this place. Choose another name or place.");
        }
    }

    private Long[] path(long entityId, long parentId) {
        return directory
                .visibleDepartment(parentId)
                .filter(parent -> parent.entityId() == entityId)
                .map(parent -> parent.path().toArray(Long[]::new))
                .orElseThrow(
                        () ->
                                new Refusal.Invalid(
                                        "parentId",
                                        "This legal entity has no department with that id."));
    }
}
