package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GrantStore {

    private static final String HELD =
            """
            select held.id, held.person_id, held.token_id, held.role, held.scope, held.entity_id, held.department_id,
                   held.application_id, entity.key as entity_key, department.name as department_name
              from access.role_grant held
              left join access.entity entity on entity.id = held.entity_id
              left join access.department department on department.id = held.department_id
            """;

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HeldGrant> ofPeople(Collection<Long> people) {
        return jdbc.sql(HELD + " where held.person_id = any(:people) order by held.id")
                .param("people", people.toArray(Long[]::new))
                .query((row, number) -> held(row))
                .list();
    }

    List<HeldGrant> ofTokens(Collection<Long> tokens) {
        return jdbc.sql(HELD + " where held.token_id = any(:tokens) order by held.id")
                .param("tokens", tokens.toArray(Long[]::new))
                .query((row, number) -> held(row))
                .list();
    }

    Optional<HeldGrant> ofPerson(long person, long id) {
        return jdbc.sql(HELD + " where held.person_id = :person and held.id = :id")
                .param("person", person)
                .param("id", id)
                .query((row, number) -> held(row))
                .optional();
    }

    /**
     * Gives the person the kind that the role asks for, unless grants hold it to another.
     *
     * @return false when it is of another kind
     */
    boolean becomes(long person, Person.Kind kind) {
        jdbc.sql(
                        """
                        update access.person
                           set kind = :kind
                         where id = :person
                           and kind <> :kind
                           and not exists (select from access.role_grant where person_id = :person)
                        """)
                .param("person", person)
                .param("kind", kind.name())
                .update();
        return jdbc.sql("select kind = :kind from access.person where id = :person for share")
                .param("person", person)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    long add(NewGrant grant, Instant at) {
        return jdbc.sql(
                        """
                        insert into access.role_grant (person_id, token_id, kind, role, scope, entity_id, department_id,
                                                       application_id, created_by, created_at)
                        values (:person, :token, :kind, :role, :scope, :entity, :department, :application, :by, :at)
                        returning id
                        """)
                .param("person", grant.personId(), Types.BIGINT)
                .param("token", grant.tokenId(), Types.BIGINT)
                .param("kind", grant.kind().name())
                .param("role", grant.role().name())
                .param("scope", grant.scope().name())
                .param("entity", grant.entityId(), Types.BIGINT)
                .param("department", grant.departmentId(), Types.BIGINT)
                .param("application", grant.applicationId(), Types.BIGINT)
                .param("by", grant.createdBy(), Types.BIGINT)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void remove(long id) {
        jdbc.sql("delete from access.role_grant where id = :id").param("id", id).update();
    }

    private static HeldGrant held(ResultSet row) throws SQLException {
        return new HeldGrant(
                row.getLong("id"),
                row.getObject("person_id", Long.class),
                row.getObject("token_id", Long.class),
                Role.valueOf(row.getString("role")),
                ScopeKind.valueOf(row.getString("scope")),
                row.getObject("entity_id", Long.class),
                row.getString("entity_key"),
                row.getObject("department_id", Long.class),
                row.getString("department_name"),
                row.getObject("application_id", Long.class));
    }

    /** A role that is held, with the words that people know. */
    record HeldGrant(
            long id,
            @Nullable Long personId,
            @Nullable Long tokenId,
            Role role,
            ScopeKind scope,
            @Nullable Long entityId,
            @Nullable String entityKey,
            @Nullable Long departmentId,
            @Nullable String departmentName,
            @Nullable Long applicationId) {}

    /** A role to be granted to a person or a token. */
    record NewGrant(
            @Nullable Long personId,
            @Nullable Long tokenId,
            Person.Kind kind,
            Role role,
            ScopeKind scope,
            @Nullable Long entityId,
            @Nullable Long departmentId,
            @Nullable Long applicationId,
            @Nullable Long createdBy) {}
}
