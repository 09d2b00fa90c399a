package dev.touchstone.server.foundation.approvals;

import dev.touchstone.server.foundation.approvals.Approval.Place;
import dev.touchstone.server.foundation.approvals.Approval.State;
import dev.touchstone.server.foundation.approvals.Approvals.Request;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** A request that waits past its day has lapsed; no job is needed to say so. */
@Repository
class ApprovalStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Approval add(Request request, Caller requester, String reason, Instant now, Instant answerDue) {
        return jdbc.sql(
                        """
                        insert into approvals.approval (entity_id, department_path, application_id, kind, subject, permission,
                                                        requester_id, requester, reason, requested_at, answer_due,
                                                        expires_at, state)
                        values (:entity, :path, :application, :kind, :subject, :permission,
                                :requesterId, :requester, :reason, :now, :answerDue, :expires, 'WAITING')
                        returning *
                        """)
                .param("entity", request.place().entityId())
                .param("path", request.place().departmentPath().toArray(Long[]::new))
                .param("application", request.place().applicationId(), Types.BIGINT)
                .param("kind", request.kind())
                .param("subject", request.subject())
                .param("permission", request.permission().name())
                .param("requesterId", requester.id())
                .param("requester", requester.display())
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .param("answerDue", Timestamp.from(answerDue))
                .param("expires", Timestamp.from(request.expiresAt()))
                .query(at(now))
                .single();
    }

    /** Makes room for asking anew. */
    void lapse(long entityId, String kind, String subject, Instant now) {
        jdbc.sql(
                        """
                        update approvals.approval
                           set state = 'WITHDRAWN', answered_at = answer_due
                         where entity_id = :entity and kind = :kind and subject = :subject
                           and state = 'WAITING' and answer_due <= :now
                        """)
                .param("entity", entityId)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Approval> visible(Caller caller, long id, Instant now) {
        return jdbc.sql(
                        """
                        select *
                          from approvals.approval
                         where id = :id and (:everywhere or entity_id = any(:visible))
                        """)
                .param("id", id)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .query(at(now))
                .optional();
    }

    /** What the caller has asked for, and what the caller may decide. */
    List<Approval> list(
            Caller caller, @Nullable State state, long beforeId, int limit, Instant now) {
        return jdbc.sql(
                        """
                        select approval.*
                          from approvals.approval approval
                         where (:everywhere or approval.entity_id = any(:visible))
                           and (approval.requester_id = :person
                                or exists (select
                                             from jsonb_to_recordset(cast(:rights as jsonb))
                                                  as held(permission text, everywhere boolean, entities bigint[],
                                                          departments bigint[], applications bigint[])
                                            where held.permission = approval.permission
                                              and (held.everywhere
                                                   or approval.entity_id = any(held.entities)
                                                   or approval.department_path && held.departments
                                                   or approval.application_id = any(held.applications))))
                           and (:state is null
                                or case when approval.state = 'WAITING' and approval.answer_due <= :now
                                        then 'LAPSED' else approval.state end = :state)
                           and approval.id < :before
                         order by approval.id desc
                         limit :limit
                        """)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .param("person", caller.kind() == Caller.Kind.PERSON ? caller.id() : 0L)
                .param("rights", rights(caller))
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("before", beforeId)
                .param("limit", limit)
                .query(at(now))
                .list();
    }

    List<Approval> of(long entityId, String kind, String subject, Instant now) {
        return jdbc.sql(
                        """
                        select *
                          from approvals.approval
                         where entity_id = :entity and kind = :kind and subject = :subject
                         order by id desc
                        """)
                .param("entity", entityId)
                .param("kind", kind)
                .param("subject", subject)
                .query(at(now))
                .list();
    }

    List<Approval> endingBetween(Instant now, Instant moment) {
        return jdbc.sql(
                        """
                        select *
                          from approvals.approval
                         where state = 'APPROVED' and expires_at > :now and expires_at <= :moment
                         order by expires_at, id
                        """)
                .param("now", Timestamp.from(now))
                .param("moment", Timestamp.from(moment))
                .query(at(now))
                .list();
    }

    /**
     * @return false when it no longer waits
     */
    boolean answer(long id, State state, Caller approver, String answer, Instant now) {
        return jdbc.sql(
                                """
                                update approvals.approval
                                   set state = :state, approver_id = :approverId, approver = :approver,
                                       answer = :answer, answered_at = :now
                                 where id = :id and state = 'WAITING' and answer_due > :now
                                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("approverId", approver.id())
                        .param("approver", approver.display())
                        .param("answer", answer)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean withdraw(long id, Instant now) {
        return jdbc.sql(
                                """
                                update approvals.approval
                                   set state = 'WITHDRAWN', answered_at = :now
                                 where id = :id and state = 'WAITING'
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static String rights(Caller caller) {
        var rights = new ArrayList<Right>();
        for (Permission permission : Permission.values()) {
            if (caller.may(permission)) {
                Reach reach = caller.reach(permission);
                rights.add(
                        new Right(
                                permission,
                                reach.everywhere(),
                                List.copyOf(reach.entities()),
                                List.copyOf(reach.departments()),
                                List.copyOf(reach.applications())));
            }
        }
        return JSON.writeValueAsString(rights);
    }

    private static RowMapper<Approval> at(Instant now) {
        return (row, number) -> approval(row, now);
    }

    private static Approval approval(ResultSet row, Instant now) throws SQLException {
        State stored = State.valueOf(row.getString("state"));
        Instant answerDue = row.getTimestamp("answer_due").toInstant();
        Timestamp answeredAt = row.getTimestamp("answered_at");
        return new Approval(
                row.getLong("id"),
                new Place(
                        row.getLong("entity_id"),
                        List.of((Long[]) row.getArray("department_path").getArray()),
                        row.getObject("application_id", Long.class)),
                row.getString("kind"),
                row.getString("subject"),
                Permission.valueOf(row.getString("permission")),
                row.getLong("requester_id"),
                row.getString("requester"),
                row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(),
                answerDue,
                row.getTimestamp("expires_at").toInstant(),
                stored == State.WAITING && !answerDue.isAfter(now) ? State.LAPSED : stored,
                row.getObject("approver_id", Long.class),
                row.getString("approver"),
                row.getString("answer"),
                answeredAt == null ? null : answeredAt.toInstant());
    }

    private record Right(
            Permission permission,
            boolean everywhere,
            List<Long> entities,
            List<Long> departments,
            List<Long> applications) {}
}
