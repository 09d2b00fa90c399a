package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.Severity;
import dev.touchstone.server.delivery.runs.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a run saw. */
@Repository
class SeenStore {

    private final JdbcClient jdbc;

    SeenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param below run of the target line, when the run's own rows are only the difference to it
     * @param base what "new" is measured against
     */
    List<PresentFinding> seenBy(Run run, @Nullable Run below, @Nullable Run base) {
        return jdbc.sql(
                        """
                        with own as (
                            select number, path_id, start_line, absent
                              from findings.presence
                             where application_id = :application and series_id = :series
                               and from_run <= :run and (to_run is null or to_run > :run)),
                        below as (
                            select number, path_id, start_line
                              from findings.presence
                             where application_id = :application and series_id = :below
                               and from_run <= :belowRun and (to_run is null or to_run > :belowRun)
                               and number not in (select number from own)),
                        seen as (
                            select number, path_id, start_line from own where not absent
                            union all
                            select number, path_id, start_line from below),
                        before as (
                            select number
                              from findings.presence
                             where application_id = :application and series_id = :base
                               and from_run <= :baseRun and (to_run is null or to_run > :baseRun)
                               and not absent)
                        select f.application_id, f.number, rule.tool, rule.rule, rule.cwes, f.severity,
                               f.status, title.text as title, path.text as path, seen.start_line, f.first_seen,
                               f.number in (select number from before) as known_before
                          from seen
                          join findings.finding f on f.application_id = :application and f.number = seen.number
                          join findings.rule rule on rule.id = f.rule_id
                          join findings.title title on title.id = f.title_id
                          join findings.path path on path.id = seen.path_id
                         order by f.severity desc, f.number
                        """)
                .param("application", run.applicationId())
                .param("series", run.seriesId())
                .param("run", run.number())
                .param("below", below == null ? -1 : below.seriesId())
                .param("belowRun", below == null ? -1 : below.number())
                .param("base", base == null ? -1 : base.seriesId())
                .param("baseRun", base == null ? -1 : base.number())
                .query(
                        (row, index) ->
                                new PresentFinding(
                                        finding(row),
                                        base == null
                                                ? PresentFinding.New.UNKNOWN
                                                : row.getBoolean("known_before")
                                                        ? PresentFinding.New.NO
                                                        : PresentFinding.New.YES))
                .list();
    }

    static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong("application_id"),
                row.getLong("number"),
                row.getString("tool"),
                row.getString("rule"),
                Severity.values()[row.getInt("severity")],
                Finding.Status.values()[row.getInt("status")],
                row.getString("title"),
                Arrays.asList((Integer[]) row.getArray("cwes").getArray()),
                row.getString("path"),
                row.getInt("start_line"),
                row.getTimestamp("first_seen").toInstant());
    }
}
