package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DirectoryStore implements Directory {

    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, EntityName> entities(Collection<Long> ids) {
        return jdbc
                .sql("select id, key, name from access.entity where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        (row, number) ->
                                new EntityName(
                                        row.getLong("id"),
                                        row.getString("key"),
                                        row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(EntityName::id, Function.identity()));
    }

    @Override
    public Map<Long, Department> departments(Collection<Long> ids) {
        return jdbc
                .sql("select id, entity_id, name, path from access.department where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> department(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Department::id, Function.identity()));
    }

    @Override
    public Optional<Department> visibleDepartment(long id) {
        Caller caller = Callers.current();
        return jdbc.sql(
                        """
                        select id, entity_id, name, path
                          from access.department
                         where id = :id
                           and (:everywhere or entity_id = any(:visible))
                        """)
                .param("id", id)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .query((row, number) -> department(row))
                .optional();
    }

    @Override
    public Optional<String> personName(long entityId, long personId) {
        return jdbc.sql(
                        """
                        select name
                          from access.person
                         where id = :person and entity_id = :entity and closed_at is null
                        """)
                .param("person", personId)
                .param("entity", entityId)
                .query(String.class)
                .optional();
    }

    @Override
    public List<String> securityEngineers(
            long entityId, List<Long> departmentPath, long applicationId) {
        return jdbc.sql(
                        """
                        select distinct person.name
                          from access.role_grant held
                          join access.person person on person.id = held.person_id
                         where held.role = 'SECURITY'
                           and held.entity_id = :entity
                           and person.closed_at is null
                           and (held.scope = 'ENTITY'
                                or held.department_id = any(:path)
                                or held.application_id = :application)
                         order by person.name
                         limit 5
                        """)
                .param("entity", entityId)
                .param("path", departmentPath.toArray(Long[]::new))
                .param("application", applicationId)
                .query(String.class)
                .list();
    }

    private static Department department(ResultSet row) throws SQLException {
        return new Department(
                row.getLong("id"),
                row.getLong("entity_id"),
                row.getString("name"),
                Arrays.asList((Long[]) row.getArray("path").getArray()));
    }
}
