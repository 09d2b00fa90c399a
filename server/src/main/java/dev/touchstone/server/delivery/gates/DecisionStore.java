package dev.touchstone.server.delivery.gates;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DecisionStore {

    private static final String COLUMNS =
            """
            select d.application_id, d.number, d.stage, d.line, d.commit_sha, d.result,
                   d.by_default, d.facts_digest, d.outcome_digest, d.envelope, d.key_id,
                   d.ledger_sequence, d.ledger_hash, d.decided_at, d.supersedes,
                   d.supersedes_why, later.number as superseded_by
            from gates.decision d
            left join gates.decision later
                on later.application_id = d.application_id and later.supersedes = d.number
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else decides about the application. */
    void lock(long applicationId) {
        jdbc.sql(
                        """
                        insert into gates.numbering (application_id, last)
                        values (:application, 0)
                        on conflict (application_id) do update set last = numbering.last
                        """)
                .param("application", applicationId)
                .update();
    }

    int nextNumber(long applicationId) {
        return jdbc.sql(
                        """
                        update gates.numbering set last = last + 1
                        where application_id = :application
                        returning last
                        """)
                .param("application", applicationId)
                .query(Integer.class)
                .single();
    }

    Optional<Decision> newest(long applicationId, Stage stage, String line) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where d.application_id = :application
                                  and d.stage = :stage and d.line = :line
                                order by d.number desc
                                limit 1
                                """)
                .param("application", applicationId)
                .param("stage", stage.name())
                .param("line", line)
                .query(DecisionStore::decision)
                .optional();
    }

    Optional<Decision> byNumber(long applicationId, long number) {
        return jdbc.sql(COLUMNS + "where d.application_id = :application and d.number = :number")
                .param("application", applicationId)
                .param("number", number)
                .query(DecisionStore::decision)
                .optional();
    }

    /**
     * What a list shows of a decision.
     *
     * @param number in the application
     */
    record Row(
            long applicationId,
            int number,
            Stage stage,
            String line,
            String commit,
            Verdict verdict,
            Verdict defaultVerdict,
            String policyId,
            String policyVersion,
            Instant decidedAt,
            @Nullable Integer supersedes,
            @Nullable Integer supersededBy) {}

    /**
     * @param after the last row of the part before; null for the first part
     */
    List<Row> list(
            Collection<Long> applications,
            @Nullable Stage stage,
            @Nullable String line,
            @Nullable String commit,
            @Nullable Place after,
            int limit) {
        return jdbc.sql(
                        """
                        select d.application_id, d.number, d.stage, d.line, d.commit_sha,
                               d.verdict, d.default_verdict, d.policy_id, d.policy_version,
                               d.decided_at, d.supersedes, later.number as superseded_by
                        from gates.decision d
                        left join gates.decision later
                            on later.application_id = d.application_id
                            and later.supersedes = d.number
                        where d.application_id = any(:applications)
                          and (cast(:stage as text) is null or d.stage = :stage)
                          and (cast(:line as text) is null or d.line = :line)
                          and (cast(:commit as text) is null
                               or starts_with(d.commit_sha, :commit))
                          and (cast(:at as timestamptz) is null
                               or (d.decided_at, -d.application_id, -d.number)
                                  < (:at, -cast(:application as bigint), -cast(:number as bigint)))
                        order by d.decided_at desc, d.application_id, d.number
                        limit :limit
                        """)
                .param("applications", applications.toArray(Long[]::new))
                .param("stage", stage == null ? null : stage.name())
                .param("line", line)
                .param("commit", commit)
                .param("at", after == null ? null : after.decidedAt().atOffset(ZoneOffset.UTC))
                .param("application", after == null ? null : after.applicationId())
                .param("number", after == null ? null : after.number())
                .param("limit", limit)
                .query(DecisionStore::row)
                .list();
    }

    /** Where a part of the list ended. */
    record Place(Instant decidedAt, long applicationId, long number) {}

    void insert(Decision decision) {
        var result = decision.result();
        jdbc.sql(
                        """
                        insert into gates.decision
                            (application_id, number, stage, line, commit_sha, verdict,
                             default_verdict, policy_id, policy_version, policy_digest,
                             facts_digest, outcome_digest, result, by_default, envelope, key_id,
                             ledger_sequence, ledger_hash, decided_at, supersedes,
                             supersedes_why)
                        values
                            (:application, :number, :stage, :line, :commit, :verdict,
                             :defaultVerdict, :policyId, :policyVersion, :policyDigest,
                             :factsDigest, :outcomeDigest, :result, :byDefault, :envelope, :keyId,
                             :ledgerSequence, :ledgerHash, :decidedAt, :supersedes,
                             :supersedesWhy)
                        """)
                .param("application", decision.applicationId())
                .param("number", decision.number())
                .param("stage", decision.stage().name())
                .param("line", decision.line())
                .param("commit", decision.commit())
                .param("verdict", result.verdict().name())
                .param("defaultVerdict", decision.byDefault().verdict().name())
                .param("policyId", result.policy().id())
                .param("policyVersion", result.policy().version())
                .param("policyDigest", result.policy().digest())
                .param("factsDigest", decision.factsDigest())
                .param("outcomeDigest", decision.outcomeDigest())
                .param("result", text(GateJson.write(result)))
                .param("byDefault", text(GateJson.write(decision.byDefault())))
                .param("envelope", decision.envelope())
                .param("keyId", decision.keyId())
                .param("ledgerSequence", decision.ledgerHead().sequence())
                .param("ledgerHash", decision.ledgerHead().hash())
                .param("decidedAt", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .param("supersedes", decision.supersedes())
                .param(
                        "supersedesWhy",
                        decision.supersedesWhy() == null ? null : decision.supersedesWhy().name())
                .update();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        String why = row.getString("supersedes_why");
        return new Decision(
                row.getLong("application_id"),
                row.getInt("number"),
                Stage.valueOf(row.getString("stage")),
                row.getString("line"),
                row.getString("commit_sha"),
                GateJson.readDecision(bytes(row.getString("result"))),
                GateJson.readByDefault(bytes(row.getString("by_default"))),
                row.getString("facts_digest"),
                row.getString("outcome_digest"),
                row.getBytes("envelope"),
                row.getString("key_id"),
                new Ledger.Head(row.getLong("ledger_sequence"), row.getString("ledger_hash")),
                at(row),
                row.getObject("supersedes", Integer.class),
                why == null ? null : Decision.Why.valueOf(why),
                row.getObject("superseded_by", Integer.class));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("application_id"),
                row.getInt("number"),
                Stage.valueOf(row.getString("stage")),
                row.getString("line"),
                row.getString("commit_sha"),
                Verdict.valueOf(row.getString("verdict")),
                Verdict.valueOf(row.getString("default_verdict")),
                row.getString("policy_id"),
                row.getString("policy_version"),
                at(row),
                row.getObject("supersedes", Integer.class),
                row.getObject("superseded_by", Integer.class));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("decided_at", OffsetDateTime.class).toInstant();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
