package dev.touchstone.server.delivery.runs;

import dev.touchstone.contract.ScannerKind;
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
class RunStore {

    private static final String RUN =
            """
            select run.*, line.name as line_name, line.kind as line_kind, line.base as line_base,
                   series.tool, series.scope
              from runs.run run
              join runs.line line on line.application_id = run.application_id and line.id = run.line_id
              join runs.series series on series.application_id = run.application_id and series.id = run.series_id
            """;

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The counter's row stays locked until the transaction ends. */
    Numbered next(long applicationId, Instant now) {
        return jdbc.sql(
                        """
                        insert into runs.counter as counter (application_id, runs, merged_at)
                        values (:application, 1, :now)
                        on conflict (application_id)
                        do update set runs = counter.runs + 1,
                                      merged_at = greatest(counter.merged_at, excluded.merged_at)
                        returning runs, merged_at
                        """)
                .param("application", applicationId)
                .param("now", Timestamp.from(now))
                .query(
                        (row, index) ->
                                new Numbered(
                                        row.getLong("runs"),
                                        row.getTimestamp("merged_at").toInstant()))
                .single();
    }

    /** The number of a run and its moment, both later than those before it. */
    record Numbered(long number, Instant mergedAt) {}

    void add(Numbered numbered, PlannedRun plan) {
        NewRun run = plan.about();
        Run base = plan.base();
        jdbc.sql(
                        """
                        insert into runs.run (application_id, number, line_id, series_id, commit,
                            tool_version, rule_digest, kind, complete, history, report_number,
                            base_run, started_at, merged_at)
                        values (:application, :number, :line, :series, :commit, :toolVersion,
                            :ruleDigest, :kind, :complete, :history, :report, :base, :started, :now)
                        """)
                .param("application", run.line().applicationId())
                .param("number", numbered.number())
                .param("line", run.line().id())
                .param("series", plan.seriesId())
                .param("commit", run.commit())
                .param("toolVersion", run.toolVersion())
                .param("ruleDigest", run.ruleDigest())
                .param("kind", run.kind().name())
                .param("complete", run.complete())
                .param("history", plan.history())
                .param("report", run.reportNumber())
                .param("base", base == null ? null : base.number(), Types.BIGINT)
                .param("started", Timestamp.from(run.startedAt()))
                .param("now", Timestamp.from(numbered.mergedAt()))
                .update();
    }

    void keepCounts(Run run, Delta counts) {
        jdbc.sql(
                        """
                        update runs.run
                           set added = :added, seen_again = :seenAgain, changed = :changed,
                               reopened = :reopened, gone = :gone, not_judged = :notJudged
                         where application_id = :application and number = :number
                        """)
                .param("added", counts.added())
                .param("seenAgain", counts.seenAgain())
                .param("changed", counts.changed())
                .param("reopened", counts.reopened())
                .param("gone", counts.gone())
                .param("notJudged", counts.notJudged())
                .param("application", run.applicationId())
                .param("number", run.number())
                .update();
    }

    Optional<Run> byNumber(long applicationId, long number) {
        return jdbc.sql(RUN + "where run.application_id = :application and run.number = :number")
                .param("application", applicationId)
                .param("number", number)
                .query((row, index) -> run(row))
                .optional();
    }

    Optional<Run> newestOfSeries(long applicationId, long seriesId, long before) {
        return jdbc.sql(
                        RUN
                                + """
                                where run.application_id = :application and run.series_id = :series
                                  and not run.history and run.number < :before
                                order by run.number desc limit 1
                                """)
                .param("application", applicationId)
                .param("series", seriesId)
                .param("before", before)
                .query((row, index) -> run(row))
                .optional();
    }

    List<Run> ofCommit(long applicationId, String commit) {
        return jdbc.sql(
                        RUN
                                + """
                                where run.application_id = :application and run.commit = :commit
                                  and not run.history
                                order by run.complete desc, run.number desc
                                """)
                .param("application", applicationId)
                .param("commit", commit)
                .query((row, index) -> run(row))
                .list();
    }

    List<Run> heads(long applicationId, long lineId) {
        return jdbc.sql(
                        RUN
                                + """
                                where run.application_id = :application
                                  and run.number in (
                                      select (select max(newest.number) from runs.run newest
                                               where newest.application_id = :application
                                                 and newest.series_id = one.id and not newest.history)
                                        from runs.series one
                                       where one.application_id = :application and one.line_id = :line)
                                order by run.number
                                """)
                .param("application", applicationId)
                .param("line", lineId)
                .query((row, index) -> run(row))
                .list();
    }

    /**
     * Complete runs of the commits, nearest commit first, then newest run.
     *
     * @param ruleDigest null for any
     */
    List<Run> complete(
            long applicationId,
            List<String> commits,
            String tool,
            String scope,
            @Nullable String ruleDigest,
            @Nullable Long lineId) {
        return jdbc.sql(
                        RUN
                                + """
                                where run.application_id = :application and run.commit = any(:commits)
                                  and run.complete and not run.history
                                  and line.kind <> 'MERGE_REQUEST'
                                  and series.tool = :tool and series.scope = :scope
                                  and (:ruleDigest::text is null or run.rule_digest = :ruleDigest)
                                  and (:line::bigint is null or run.line_id = :line)
                                order by array_position(:commits, run.commit), run.number desc
                                limit 1
                                """)
                .param("application", applicationId)
                .param("commits", commits.toArray(String[]::new))
                .param("tool", tool)
                .param("scope", scope)
                .param("ruleDigest", ruleDigest, Types.VARCHAR)
                .param("line", lineId, Types.BIGINT)
                .query((row, index) -> run(row))
                .list();
    }

    List<Run> page(
            Collection<Long> applications, @Nullable Long lineId, RunCursor after, int limit) {
        return jdbc.sql(
                        RUN
                                + """
                                where run.application_id = any(:applications)
                                  and (:line::bigint is null or run.line_id = :line)
                                  and (run.merged_at, run.application_id, run.number)
                                      < (:mergedAt, :application, :number)
                                order by run.merged_at desc, run.application_id desc, run.number desc
                                limit :limit
                                """)
                .param("applications", applications.toArray(Long[]::new))
                .param("line", lineId, Types.BIGINT)
                .param("mergedAt", Timestamp.from(after.mergedAt()))
                .param("application", after.applicationId())
                .param("number", after.number())
                .param("limit", limit)
                .query((row, index) -> run(row))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        long application = row.getLong("application_id");
        return new Run(
                application,
                row.getLong("number"),
                new Line(
                        application,
                        row.getLong("line_id"),
                        row.getString("line_name"),
                        Line.Kind.valueOf(row.getString("line_kind")),
                        row.getString("line_base")),
                row.getLong("series_id"),
                row.getString("commit"),
                row.getString("tool"),
                row.getString("tool_version"),
                row.getString("rule_digest"),
                ScannerKind.valueOf(row.getString("kind")),
                row.getBoolean("complete"),
                row.getBoolean("history"),
                row.getString("scope"),
                row.getLong("report_number"),
                row.getObject("base_run", Long.class),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("merged_at").toInstant(),
                new Delta(
                        row.getInt("added"),
                        row.getInt("seen_again"),
                        row.getInt("changed"),
                        row.getInt("reopened"),
                        row.getInt("gone"),
                        row.getInt("not_judged")));
    }
}
