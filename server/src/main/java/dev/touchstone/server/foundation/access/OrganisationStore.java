package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationStore {

    private final JdbcClient jdbc;

    OrganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LegalEntity> visibleEntity(Caller caller, long id) {
        return jdbc.sql(
                        """
                        select id, key, name, created_at
                          from access.entity
                         where id = :id and (:everywhere or id = any(:visible))
                        """)
                .param("id", id)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .query((row, number) -> entity(row))
                .optional();
    }

    List<LegalEntity> visibleEntities(Caller caller) {
        return jdbc.sql(
                        """
                        select id, key, name, created_at
                          from access.entity
                         where :everywhere or id = any(:visible)
                         order by key
                        """)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .query((row, number) -> entity(row))
                .list();
    }

    LegalEntity addEntity(String key, String name, Instant at) {
        return jdbc.sql(
                        """
                        insert into access.entity (key, name, created_at)
                        values (:key, :name, :at)
                        returning id, key, name, created_at
                        """)
                .param("key", key)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .query((row, number) -> entity(row))
                .single();
    }

    List<DepartmentView> departments(Caller caller, @Nullable Long entityId) {
        return jdbc.sql(
                        """
                        select department.id, department.entity_id, department.parent_id, department.name,
                               department.path,
                               (select count(*) from access.person person
                                 where person.department_id = department.id
                                   and person.closed_at is null) as people
                          from access.department department
                         where (:everywhere or department.entity_id = any(:visible))
                           and department.entity_id = coalesce(:entity, department.entity_id)
                         order by department.path
                        """)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .param("entity", entityId, Types.BIGINT)
                .query((row, number) -> department(row))
                .list();
    }

    DepartmentView addDepartment(
            long entityId, @Nullable Long parentId, Long[] above, String name, Instant at) {
        return jdbc.sql(
                        """
                        with next as (
                            select nextval(pg_get_serial_sequence('access.department', 'id')) as id
                        )
                        insert into access.department (id, entity_id, parent_id, name, path, created_at)
                        overriding system value
                        select id, :entity, :parent, :name, :above || id, :at
                          from next
                        returning id, entity_id, parent_id, name, path, 0 as people
                        """)
                .param("entity", entityId)
                .param("parent", parentId, Types.BIGINT)
                .param("name", name)
                .param("above", above)
                .param("at", Timestamp.from(at))
                .query((row, number) -> department(row))
                .single();
    }

    private static LegalEntity entity(ResultSet row) throws SQLException {
        return new LegalEntity(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant());
    }

    private static DepartmentView department(ResultSet row) throws SQLException {
        return new DepartmentView(
                row.getLong("id"),
                row.getLong("entity_id"),
                row.getObject("parent_id", Long.class),
                row.getString("name"),
                List.of((Long[]) row.getArray("path").getArray()),
                row.getInt("people"));
    }

    /**
     * A node of the tree as a list shows it.
     *
     * @param people how many open accounts it holds, without those of the departments below
     */
    record DepartmentView(
            long id,
            long entityId,
            @Nullable Long parentId,
            String name,
            List<Long> path,
            int people) {}
}
