package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists and counts findings. For each application and status the index gives the first rows of the
 * order; only they are put together.
 */
@Repository
class ListStore {

    /** For orders of an index: the first rows of each application, put together. */
    private static final String FIRST_OF_EACH =
            """
            select f.*
              from unnest(:applications::bigint[]) as a (id) %s,
                   lateral (
                     select f.*, %s as sort_value from findings.finding f
                      where f.application_id = a.id and f.status %s %s %s
                      order by %s limit %d) f
             %s
            """;

    /** For all else: all rows that are meant, sorted. */
    private static final String SORTED =
            """
            select f.*, %s as sort_value
              from findings.finding f
              %s
             where f.application_id = any(:applications) and f.status = any(:statuses) %s %s
             %s
            """;

    private static final String NO_PLACE =
            "select null::bigint as path_id, null::int as start_line";

    /** Where the line has it, or else the base of the merge request. */
    private static final String PLACE_ON_LINE =
            """
            select p.path_id, p.start_line
              from findings.presence p
             where p.application_id = f.application_id and p.number = f.number
               and p.series_id = any(:series::bigint[] || :baseSeries::bigint[]) and not p.absent
             order by p.series_id = any(:series::bigint[]) desc, p.to_run is null desc, p.from_run desc
             limit 1
            """;

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row of the list.
     *
     * @param lines ids of the code lines that have it
     * @param sortKey for the cursor
     */
    record Row(Finding finding, List<Long> lines, String sortKey) {}

    @Transactional(readOnly = true)
    public List<Row> page(
            FindingFilter filter, FindingSort sort, @Nullable FindingCursor after, int limit) {
        planForAnyApplication();
        var values = new HashMap<String, Object>();
        String where = where(filter, values);
        String beyond = "";
        if (after != null) {
            beyond =
                    "and (%s, f.application_id, f.number) %s (:key::%s, :afterApplication, :afterNumber)"
                            .formatted(sort.key(), sort.beyond(), sort.type());
            values.put("key", after.key());
            values.put("afterApplication", after.applicationId());
            values.put("afterNumber", after.number());
        }
        String order =
                "order by sort_value %1$s, f.application_id %1$s, f.number %1$s limit %2$d"
                        .formatted(sort.direction(), limit);
        String found;
        if (!sort.isIndexed() || filter.words() != null) {
            found = SORTED.formatted(sort.key(), sort.dictionary(), where, beyond, order);
        } else {
            boolean byStatus = sort == FindingSort.SEVERITY || sort == FindingSort.MILDEST;
            found =
                    FIRST_OF_EACH.formatted(
                            byStatus ? ", unnest(:statuses::smallint[]) as s (status)" : "",
                            sort.key(),
                            byStatus ? "= s.status" : "= any(:statuses::smallint[])",
                            where,
                            beyond,
                            sort.orderInApplication(),
                            limit,
                            order);
        }
        return jdbc.sql(
                        """
                        with f as materialized (%s)
                        select f.application_id, f.number, f.severity, f.status, f.first_seen,
                               coalesce(place.start_line, f.start_line) as start_line,
                               rule.tool, rule.rule, rule.cwes, title.text as title, path.text as path,
                               f.sort_value::text as sort_key,
                               array(select distinct p.line_id from findings.presence p
                                      where p.application_id = f.application_id and p.number = f.number
                                        and p.to_run is null and not p.absent) as lines
                          from f
                          left join lateral (%s) place on true
                          join findings.rule rule on rule.id = f.rule_id
                          join findings.title title on title.id = f.title_id
                          join findings.path path on path.id = coalesce(place.path_id, f.path_id)
                         order by f.sort_value %s, f.application_id %s, f.number %s
                        """
                                .formatted(
                                        found,
                                        filter.line() == null ? NO_PLACE : PLACE_ON_LINE,
                                        sort.direction(),
                                        sort.direction(),
                                        sort.direction()))
                .params(values)
                .query((row, index) -> row(row))
                .list();
    }

    /** The statistics may know nothing yet of an application that has many findings. */
    private void planForAnyApplication() {
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    /** How many, by severity. */
    @Transactional(readOnly = true)
    public Map<Severity, Long> count(FindingFilter filter) {
        planForAnyApplication();
        var values = new HashMap<String, Object>();
        String where = where(filter, values);
        var counts = new EnumMap<Severity, Long>(Severity.class);
        for (Severity severity : Severity.values()) counts.put(severity, 0L);
        jdbc.sql(
                        """
                        select f.severity, count(*) as findings
                          from findings.finding f
                         where f.application_id = any(:applications) and f.status = any(:statuses)
                           %s
                         group by f.severity
                        """
                                .formatted(where))
                .params(values)
                .query(
                        row -> {
                            counts.put(
                                    Severity.values()[row.getInt("severity")],
                                    row.getLong("findings"));
                        });
        return counts;
    }

    private static String where(FindingFilter filter, Map<String, Object> values) {
        values.put("applications", filter.applications().toArray(Long[]::new));
        values.put("statuses", filter.statusNumbers());
        var where = new StringBuilder();
        if (!filter.allSeverities()) {
            where.append(" and f.severity = any(:severities)");
            values.put("severities", filter.severityNumbers());
        }
        if (filter.cwe() != null) {
            where.append(
                    " and f.rule_id in (select r.id from findings.rule r where :cwe = any(r.cwes))");
            values.put("cwe", filter.cwe());
        }
        if (filter.tool() != null) {
            where.append(
                    " and f.rule_id in (select r.id from findings.rule r where r.tool = :tool)");
            values.put("tool", filter.tool());
        }
        if (filter.rule() != null) {
            where.append(
                    " and f.rule_id in (select r.id from findings.rule r where r.rule = :rule)");
            values.put("rule", filter.rule());
        }
        if (filter.words() != null) {
            where.append(
                    """
                     and (f.title_id in (select t.id from findings.title t where t.text ilike :words)
                          or f.path_id in (select t.id from findings.path t where t.text ilike :words))
                    """);
            values.put("words", "%" + filter.words().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        if (filter.line() != null) whereOnLine(filter.line(), where, values);
        return where.toString();
    }

    private static void whereOnLine(LineSet line, StringBuilder where, Map<String, Object> values) {
        where.append(
                """
                 and (exists (select from findings.presence p
                               where p.application_id = f.application_id
                                 and p.series_id = any(:series::bigint[]) and p.number = f.number
                                 and p.to_run is null and not p.absent)
                """);
        values.put("series", line.series().toArray(Long[]::new));
        values.put("baseSeries", line.baseSeries().toArray(Long[]::new));
        if (!line.baseSeries().isEmpty()) {
            where.append(
                    """
                     or exists (select from findings.presence p
                                  join unnest(:baseSeries::bigint[], :baseRuns::bigint[]) as b (series, run)
                                    on p.series_id = b.series
                                   and p.from_run <= b.run and (p.to_run is null or p.to_run > b.run)
                                 where p.application_id = f.application_id and p.number = f.number)
                        and not exists (select from findings.presence p
                                         where p.application_id = f.application_id
                                           and p.series_id = any(:series::bigint[]) and p.number = f.number
                                           and p.to_run is null and p.absent)
                    """);
            values.put("baseRuns", line.baseRuns().toArray(Long[]::new));
        }
        where.append(")");
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                SeenStore.finding(row),
                Arrays.asList((Long[]) row.getArray("lines").getArray()),
                row.getString("sort_key"));
    }
}
