package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Reach;
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
class PersonStore {

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> visible(Caller caller, long id) {
        return jdbc.sql(
                        """
                        select person.*, department.path
                          from access.person person
                          left join access.department department on department.id = person.department_id
                         where person.id = :id
                           and (:everywhere or person.entity_id = any(:visible))
                        """)
                .param("id", id)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .query((row, number) -> person(row))
                .optional();
    }

    Optional<Person> withLogin(String login) {
        return jdbc.sql(
                        """
                        select person.*, department.path
                          from access.person person
                          left join access.department department on department.id = person.department_id
                         where person.login = :login and person.closed_at is null
                        """)
                .param("login", login)
                .query((row, number) -> person(row))
                .optional();
    }

    List<Person> list(Reach reach, Filter filter, long afterId, int limit) {
        return jdbc.sql(
                        """
                        select person.*, department.path
                          from access.person person
                          left join access.department department on department.id = person.department_id
                         where (:everywhere
                                or person.entity_id = any(:entities)
                                or department.path && :departments)
                           and (:entity is null or person.entity_id = :entity)
                           and (:department is null or department.path @> array[:department])
                           and (:text is null
                                or person.name ilike :text
                                or person.login ilike :text
                                or person.staff_number ilike :text)
                           and person.id > :after
                         order by person.id
                         limit :limit
                        """)
                .param("everywhere", reach.everywhere())
                .param("entities", reach.entities().toArray(Long[]::new))
                .param("departments", reach.departments().toArray(Long[]::new))
                .param("entity", filter.entityId(), Types.BIGINT)
                .param("department", filter.departmentId(), Types.BIGINT)
                .param("text", Patterns.contains(filter.text()), Types.VARCHAR)
                .param("after", afterId)
                .param("limit", limit)
                .query((row, number) -> person(row))
                .list();
    }

    long add(NewPerson person, Instant at) {
        return jdbc.sql(
                        """
                        insert into access.person (entity_id, department_id, kind, login, name, staff_number, created_at)
                        values (:entity, :department, :kind, :login, :name, :staffNumber, :at)
                        returning id
                        """)
                .param("entity", person.entityId())
                .param("department", person.departmentId(), Types.BIGINT)
                .param("kind", person.kind().name())
                .param("login", person.login())
                .param("name", person.name())
                .param("staffNumber", person.staffNumber(), Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /**
     * @return false when the account was closed before
     */
    boolean close(long id, Instant at) {
        int closed =
                jdbc.sql(
                                "update access.person set closed_at = :at where id = :id and closed_at is null")
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .update();
        jdbc.sql("delete from access.session where person_id = :id").param("id", id).update();
        jdbc.sql("delete from access.role_grant where person_id = :id").param("id", id).update();
        return closed == 1;
    }

    private static Person person(ResultSet row) throws SQLException {
        var path = row.getArray("path");
        return new Person(
                row.getLong("id"),
                row.getLong("entity_id"),
                row.getObject("department_id", Long.class),
                path == null ? List.of() : List.of((Long[]) path.getArray()),
                Person.Kind.valueOf(row.getString("kind")),
                row.getString("login"),
                row.getString("name"),
                row.getString("staff_number"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "seen_at"),
                instant(row, "closed_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Which people a list shows; what is null does not filter. */
    record Filter(@Nullable Long entityId, @Nullable Long departmentId, @Nullable String text) {}

    /** An account to be made. */
    record NewPerson(
            long entityId,
            @Nullable Long departmentId,
            Person.Kind kind,
            String login,
            String name,
            @Nullable String staffNumber) {}
}
