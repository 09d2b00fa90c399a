package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.foundation.database.Copy;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a run changed, each kind of change in one statement. */
@Repository
class FindingStore {

    private static final List<String> FINDING =
            List.of(
                    "application_id",
                    "number",
                    "fingerprint",
                    "ordinal",
                    "context",
                    "rule_id",
                    "title_id",
                    "path_id",
                    "start_line",
                    "severity",
                    "status",
                    "first_run",
                    "first_seen");
    private static final List<String> PRESENCE =
            List.of(
                    "application_id",
                    "series_id",
                    "number",
                    "from_run",
                    "line_id",
                    "fingerprint",
                    "ordinal",
                    "context",
                    "path_id",
                    "start_line",
                    "content",
                    "places",
                    "rules",
                    "absent");
    private static final List<String> TEXT = List.of("application_id", "number", "detail");

    private final JdbcClient jdbc;
    private final Copy copy;

    FindingStore(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** The first of so many numbers; the counter's row stays locked until the transaction ends. */
    long nextNumbers(long applicationId, int count) {
        return jdbc.sql(
                                """
                                insert into findings.counter as counter (application_id, findings)
                                values (:application, :count)
                                on conflict (application_id)
                                do update set findings = counter.findings + :count
                                returning findings
                                """)
                        .param("application", applicationId)
                        .param("count", count)
                        .query(Long.class)
                        .single()
                - count
                + 1;
    }

    void addFindings(Run run, List<Placed> added, Dictionary words) {
        if (added.isEmpty()) return;
        copy.into(
                "findings.finding",
                FINDING,
                rows -> {
                    for (Placed one : added) {
                        Pending report = one.report();
                        rows.row()
                                .int8(run.applicationId())
                                .int8(one.number())
                                .bytea(report.place().key().digest())
                                .int4(one.ordinal())
                                .int8(report.place().context())
                                .int8(words.rule(report.rule()))
                                .int8(words.title(report.title()))
                                .int8(words.path(report.place().path()))
                                .int4(report.place().line())
                                .int2(report.severity().ordinal())
                                .int2(Finding.Status.OPEN.ordinal())
                                .int8(run.number())
                                .timestamptz(run.mergedAt());
                    }
                });
        copy.into(
                "findings.finding_text",
                TEXT,
                rows -> {
                    for (Placed one : added) {
                        rows.row()
                                .int8(run.applicationId())
                                .int8(one.number())
                                .bytea(one.report().detail());
                    }
                });
    }

    void addPresence(Run run, List<Placed> found, Dictionary words, long rules) {
        if (found.isEmpty()) return;
        copy.into(
                "findings.presence",
                PRESENCE,
                rows -> {
                    for (Placed one : found) {
                        rows.row()
                                .int8(run.applicationId())
                                .int8(run.seriesId())
                                .int8(one.number())
                                .int8(run.number())
                                .int8(run.line().id())
                                .bytea(one.report().place().key().digest())
                                .int4(one.ordinal())
                                .int8(one.report().place().context())
                                .int8(words.path(one.report().place().path()))
                                .int4(one.report().place().line())
                                .int8(one.report().content())
                                .int8(one.report().places())
                                .int8(rules)
                                .bool(false);
                    }
                });
    }

    /** Says that a merge request no longer has what its base has. */
    void addAbsence(Run run, Collection<Long> numbers) {
        if (numbers.isEmpty()) return;
        copy.into(
                "findings.presence",
                PRESENCE,
                rows -> {
                    for (long number : numbers) {
                        rows.row()
                                .int8(run.applicationId())
                                .int8(run.seriesId())
                                .int8(number)
                                .int8(run.number())
                                .int8(run.line().id())
                                .bytea(new byte[0])
                                .int4(0)
                                .int8(0)
                                .int8(0)
                                .int4(0)
                                .int8(0)
                                .int8(0)
                                .int8(0)
                                .bool(true);
                    }
                });
    }

    /** Keeps the names under which lines know these findings now. */
    void addAliases(long applicationId, List<Placed> renamed) {
        if (renamed.isEmpty()) return;
        jdbc.sql(
                        """
                        insert into findings.alias (application_id, fingerprint, ordinal, number)
                        select :application, decode(fingerprint, 'hex'), ordinal, number
                          from unnest(:fingerprints, :ordinals, :numbers)
                            as new (fingerprint, ordinal, number)
                        on conflict do nothing
                        """)
                .param("application", applicationId)
                .param("fingerprints", fingerprints(renamed))
                .param("ordinals", renamed.stream().map(Placed::ordinal).toArray(Integer[]::new))
                .param("numbers", longs(renamed, Placed::number))
                .update();
    }

    void updatePresence(Run run, List<Placed> differing, Dictionary words, long rules) {
        if (differing.isEmpty()) return;
        jdbc.sql(
                        """
                        update findings.presence p
                           set fingerprint = decode(new.fingerprint, 'hex'), ordinal = new.ordinal,
                               path_id = new.path_id, start_line = new.start_line, content = new.content,
                               places = new.places, rules = :rules
                          from unnest(:numbers, :fingerprints, :ordinals, :paths, :lines, :contents, :places)
                            as new (number, fingerprint, ordinal, path_id, start_line, content, places)
                         where p.application_id = :application and p.series_id = :series
                           and p.number = new.number and p.to_run is null
                        """)
                .param("application", run.applicationId())
                .param("series", run.seriesId())
                .param("rules", rules)
                .param("numbers", longs(differing, Placed::number))
                .param("fingerprints", fingerprints(differing))
                .param("ordinals", differing.stream().map(Placed::ordinal).toArray(Integer[]::new))
                .param("paths", longs(differing, one -> words.path(one.report().place().path())))
                .param("lines", lines(differing))
                .param("contents", longs(differing, one -> one.report().content()))
                .param("places", longs(differing, one -> one.report().places()))
                .update();
    }

    /** Takes over what the newest report says. */
    void updateFindings(long applicationId, List<Placed> differing, Dictionary words) {
        if (differing.isEmpty()) return;
        jdbc.sql(
                        """
                        update findings.finding f
                           set rule_id = new.rule_id, title_id = new.title_id, path_id = new.path_id,
                               start_line = new.start_line, severity = new.severity
                          from unnest(:numbers, :rules, :titles, :paths, :lines, :severities)
                            as new (number, rule_id, title_id, path_id, start_line, severity)
                         where f.application_id = :application and f.number = new.number
                        """)
                .param("application", applicationId)
                .param("numbers", longs(differing, Placed::number))
                .param("rules", longs(differing, one -> words.rule(one.report().rule())))
                .param("titles", longs(differing, one -> words.title(one.report().title())))
                .param("paths", longs(differing, one -> words.path(one.report().place().path())))
                .param("lines", lines(differing))
                .param(
                        "severities",
                        differing.stream()
                                .map(one -> (short) one.report().severity().ordinal())
                                .toArray(Short[]::new))
                .update();
        jdbc.sql(
                        """
                        update findings.finding_text t
                           set detail = new.detail
                          from unnest(:numbers, :details) as new (number, detail)
                         where t.application_id = :application and t.number = new.number
                        """)
                .param("application", applicationId)
                .param("numbers", longs(differing, Placed::number))
                .param(
                        "details",
                        differing.stream()
                                .map(
                                        one ->
                                                new String(
                                                        one.report().detail(),
                                                        StandardCharsets.UTF_8))
                                .toArray(String[]::new))
                .update();
    }

    /** Ends the open rows of the series. */
    void endPresence(Run run, Collection<Long> numbers) {
        if (numbers.isEmpty()) return;
        jdbc.sql(
                        """
                        update findings.presence
                           set to_run = :run
                         where application_id = :application and series_id = :series
                           and number = any(:numbers) and to_run is null
                        """)
                .param("application", run.applicationId())
                .param("series", run.seriesId())
                .param("run", run.number())
                .param("numbers", numbers.toArray(Long[]::new))
                .update();
    }

    /** Closes those that are on no line any more. */
    void close(long applicationId, Collection<Long> numbers) {
        if (numbers.isEmpty()) return;
        jdbc.sql(
                        """
                        update findings.finding f
                           set status = :closed
                         where f.application_id = :application and f.number = any(:numbers)
                           and f.status in (:open, :reopened)
                           and not exists (
                               select from findings.presence p
                                where p.application_id = :application and p.number = f.number
                                  and p.to_run is null and not p.absent)
                        """)
                .param("application", applicationId)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("closed", Finding.Status.CLOSED.ordinal())
                .param("open", Finding.Status.OPEN.ordinal())
                .param("reopened", Finding.Status.REOPENED.ordinal())
                .update();
    }

    void reopen(long applicationId, Collection<Long> numbers) {
        if (numbers.isEmpty()) return;
        jdbc.sql(
                        """
                        update findings.finding
                           set status = :reopened
                         where application_id = :application and number = any(:numbers)
                           and status = :closed
                        """)
                .param("application", applicationId)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("closed", Finding.Status.CLOSED.ordinal())
                .param("reopened", Finding.Status.REOPENED.ordinal())
                .update();
    }

    private static String[] fingerprints(List<Placed> all) {
        return all.stream()
                .map(one -> HexFormat.of().formatHex(one.report().place().key().digest()))
                .toArray(String[]::new);
    }

    private static Integer[] lines(List<Placed> all) {
        return all.stream().map(one -> one.report().place().line()).toArray(Integer[]::new);
    }

    private static Long[] longs(List<Placed> all, ToLongFunction<Placed> value) {
        return all.stream().map(value::applyAsLong).toArray(Long[]::new);
    }
}
