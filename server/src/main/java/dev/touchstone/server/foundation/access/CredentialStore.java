package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Grant;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.guard.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Callers behind secrets; one statement a request, whatever it finds. */
@Repository
class CredentialStore {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the session is in use, at most once a minute. */
    Optional<Caller> session(byte[] digest, Instant now) {
        return jdbc.sql(
                        """
                        with live as (
                            select person.id, person.name, person.entity_id
                              from access.session session
                              join access.person person on person.id = session.person_id
                             where session.digest = :digest
                               and session.seen_at > :idle
                               and session.started_at > :longest
                               and person.closed_at is null
                        ), seen as (
                            update access.session
                               set seen_at = :now
                             where digest = :digest
                               and seen_at < :minuteAgo
                               and exists (select from live)
                        )
                        select live.id, live.name as display, live.entity_id as home, held.role, held.scope,
                               held.entity_id, held.department_id, held.application_id
                          from live
                          left join access.role_grant held on held.person_id = live.id
                         order by held.id
                        """)
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .param("minuteAgo", Timestamp.from(now.minusSeconds(60)))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .param("longest", Timestamp.from(now.minus(LONGEST)))
                .query(callerOfKind(Caller.Kind.PERSON));
    }

    Optional<Caller> token(byte[] digest, Instant now) {
        return jdbc.sql(
                        """
                        with live as (
                            select id, name, entity_id
                              from access.token
                             where digest = :digest
                               and expires_at > :now
                               and revoked_at is null
                        ), used as (
                            update access.token
                               set used_at = :now
                             where digest = :digest
                               and (used_at is null or used_at < :minuteAgo)
                               and exists (select from live)
                        )
                        select live.id, 'token ' || live.name as display, live.entity_id as home, held.role,
                               held.scope, held.entity_id, held.department_id, held.application_id
                          from live
                          left join access.role_grant held on held.token_id = live.id
                         order by held.id
                        """)
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .param("minuteAgo", Timestamp.from(now.minusSeconds(60)))
                .query(callerOfKind(Caller.Kind.TOKEN));
    }

    /** The same form without any secret, for what is done in a person's name. */
    Optional<Caller> person(long id) {
        return jdbc.sql(
                        """
                        select person.id, person.name as display, person.entity_id as home, held.role, held.scope,
                               held.entity_id, held.department_id, held.application_id
                          from access.person person
                          left join access.role_grant held on held.person_id = person.id
                         where person.id = :id
                         order by held.id
                        """)
                .param("id", id)
                .query(callerOfKind(Caller.Kind.PERSON));
    }

    List<String> securityAdministrators(long entityId) {
        return jdbc.sql(
                        """
                        select distinct person.name
                          from access.role_grant held
                          join access.person person on person.id = held.person_id
                         where held.role = 'SECURITY_ADMIN'
                           and (held.scope = 'GROUP' or held.entity_id = :entity)
                           and person.closed_at is null
                         order by person.name
                         limit 5
                        """)
                .param("entity", entityId)
                .query(String.class)
                .list();
    }

    private static ResultSetExtractor<Optional<Caller>> callerOfKind(Caller.Kind kind) {
        return rows -> caller(kind, rows);
    }

    private static Optional<Caller> caller(Caller.Kind kind, ResultSet rows) throws SQLException {
        Caller caller = null;
        var grants = new ArrayList<Grant>();
        while (rows.next()) {
            Grant grant = grant(rows);
            if (grant != null) {
                grants.add(grant);
            }
            caller =
                    new Caller(
                            kind,
                            rows.getLong("id"),
                            rows.getString("display"),
                            rows.getLong("home"),
                            grants);
        }
        return Optional.ofNullable(caller);
    }

    static @Nullable Grant grant(ResultSet row) throws SQLException {
        String role = row.getString("role");
        if (role == null) {
            return null;
        }
        long entity = row.getLong("entity_id");
        ScopeKind kind = ScopeKind.valueOf(row.getString("scope"));
        Scope scope =
                switch (kind) {
                    case GROUP -> new Scope.OfGroup();
                    case ENTITY -> new Scope.OfEntity(entity);
                    case DEPARTMENT -> new Scope.OfDepartment(entity, row.getLong("department_id"));
                    case APPLICATION ->
                            new Scope.OfApplication(entity, row.getLong("application_id"));
                };
        return new Grant(Role.valueOf(role), scope);
    }
}
