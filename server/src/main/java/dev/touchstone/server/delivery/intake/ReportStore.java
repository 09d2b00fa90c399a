package dev.touchstone.server.delivery.intake;

import dev.touchstone.contract.Fault;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.guard.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ReportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber(long applicationId) {
        return jdbc.sql(
                        """
                        insert into intake.counter as counter (application_id, reports)
                        values (:application, 1)
                        on conflict (application_id) do update set reports = counter.reports + 1
                        returning reports
                        """)
                .param("application", applicationId)
                .query(Long.class)
                .single();
    }

    void add(Application application, long number, Upload upload, Caller caller, Instant now) {
        About about = upload.about();
        jdbc.sql(
                        """
                        insert into intake.report (application_id, number, entity_id, sha256, size, file_name,
                            about, line, commit, caller_kind, caller_id, caller_name, idempotency_key,
                            request_digest, state, received_at)
                        values (:application, :number, :entity, :sha256, :size, :fileName, :about::json,
                            :line, :commit, :callerKind, :callerId, :callerName, :key, :request,
                            'ACKNOWLEDGED', :now)
                        """)
                .param("application", application.id())
                .param("number", number)
                .param("entity", application.entityId())
                .param("sha256", upload.sha256())
                .param("size", upload.size())
                .param("fileName", upload.fileName())
                .param("about", about.json())
                .param("line", about.line())
                .param("commit", about.commit())
                .param("callerKind", caller.kind().name())
                .param("callerId", caller.id())
                .param("callerName", caller.display())
                .param("key", upload.idempotencyKey())
                .param("request", upload.requestDigest())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** SHA-256 (hex) of the raw bytes, by number. */
    Map<Long, String> digests(long applicationId, Collection<Long> numbers) {
        return jdbc
                .sql(
                        """
                        select number, encode(sha256, 'hex') as digest from intake.report
                         where application_id = :application and number = any(:numbers)
                        """)
                .param("application", applicationId)
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("number"), row.getString("digest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the same caller sent before with the same key. */
    Optional<Earlier> earlier(long applicationId, Caller caller, String key) {
        return jdbc.sql(
                        """
                        select number, request_digest from intake.report
                         where application_id = :application and caller_kind = :kind
                           and caller_id = :caller and idempotency_key = :key
                        """)
                .param("application", applicationId)
                .param("kind", caller.kind().name())
                .param("caller", caller.id())
                .param("key", key)
                .query(
                        (row, index) ->
                                new Earlier(row.getLong("number"), row.getBytes("request_digest")))
                .optional();
    }

    /** Number and digest of an earlier request. */
    @SuppressWarnings("ArrayRecordComponent")
    record Earlier(long number, byte[] requestDigest) {}

    About about(long applicationId, long number) {
        return About.ofJson(
                jdbc.sql(
                                """
                                select about from intake.report
                                 where application_id = :application and number = :number
                                """)
                        .param("application", applicationId)
                        .param("number", number)
                        .query(String.class)
                        .single());
    }

    void markMerging(Job job) {
        jdbc.sql(
                        """
                        update intake.report set state = 'MERGING'
                         where application_id = :application and number = :number
                        """)
                .param("application", job.applicationId())
                .param("number", job.reportNumber())
                .update();
    }

    void end(
            Job job,
            Report.State state,
            @Nullable String format,
            List<Long> runs,
            List<Fault> faults,
            Report.@Nullable BillSummary bill,
            Instant now) {
        jdbc.sql(
                        """
                        update intake.report
                           set state = :state, format = :format, runs = :runs, faults = :faults::json,
                               bill = :bill::json, ended_at = :now
                         where application_id = :application and number = :number
                        """)
                .param("state", state.name())
                .param("format", format)
                .param("runs", runs.toArray(Long[]::new))
                .param("faults", JSON.writeValueAsString(faults))
                .param("bill", bill == null ? null : JSON.writeValueAsString(bill))
                .param("now", Timestamp.from(now))
                .param("application", job.applicationId())
                .param("number", job.reportNumber())
                .update();
    }

    Optional<Report> find(long applicationId, long number) {
        return jdbc.sql(
                        """
                        select * from intake.report
                         where application_id = :application and number = :number
                        """)
                .param("application", applicationId)
                .param("number", number)
                .query((row, index) -> report(row))
                .optional();
    }

    List<Report> page(Collection<Long> applications, ReportCursor after, int limit) {
        return jdbc.sql(
                        """
                        select * from intake.report
                         where application_id = any(:applications)
                           and (received_at, application_id, number) < (:at, :application, :number)
                         order by received_at desc, application_id desc, number desc
                         limit :limit
                        """)
                .param("applications", applications.toArray(Long[]::new))
                .param("at", Timestamp.from(after.receivedAt()))
                .param("application", after.applicationId())
                .param("number", after.number())
                .param("limit", limit)
                .query((row, index) -> report(row))
                .list();
    }

    private static Report report(ResultSet row) throws SQLException {
        String bill = row.getString("bill");
        Timestamp ended = row.getTimestamp("ended_at");
        long entity = row.getLong("entity_id");
        return new Report(
                row.getLong("application_id"),
                row.getLong("number"),
                entity,
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getLong("size"),
                row.getString("file_name"),
                row.getString("line"),
                row.getString("commit"),
                new Caller(
                        Caller.Kind.valueOf(row.getString("caller_kind")),
                        row.getLong("caller_id"),
                        row.getString("caller_name"),
                        entity,
                        List.of()),
                Report.State.valueOf(row.getString("state")),
                row.getString("format"),
                Arrays.asList((Long[]) row.getArray("runs").getArray()),
                JSON.readValue(row.getString("faults"), FAULTS),
                bill == null ? null : JSON.readValue(bill, Report.BillSummary.class),
                row.getTimestamp("received_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
