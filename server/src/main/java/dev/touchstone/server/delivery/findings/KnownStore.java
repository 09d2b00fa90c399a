package dev.touchstone.server.delivery.findings;

import dev.touchstone.engine.identity.Identity;
import dev.touchstone.engine.identity.KnownFindings;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.foundation.database.Copy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the findings of a report are matched with. */
@Repository
class KnownStore {

    private static final String COLUMNS =
            """
            select number, from_run, to_run, absent, fingerprint, ordinal, context, path_id,
                   start_line, content, places, rules
              from findings.presence
            """;

    private final JdbcClient jdbc;
    private final Copy copy;

    KnownStore(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /**
     * For the rest of the transaction: plans for any application, never for the one at hand, of
     * which the statistics may know nothing yet. A plan for "one row" of an application that has a
     * hundred thousand takes minutes.
     */
    void planForAnyApplication() {
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    /**
     * Every finding that the series ever had, and for a merge request those of its base: two
     * streams in the order of the primary key.
     *
     * @param base run of the target line; null for a line that stands for itself
     */
    KnownLine line(long applicationId, long seriesId, @Nullable Run base) {
        var known = new KnownLine();
        if (base != null) {
            read(
                    COLUMNS
                            + """
                            where application_id = %d and series_id = %d and not absent
                              and from_run <= %d and (to_run is null or to_run > %d)
                            order by number, from_run
                            """
                                    .formatted(
                                            applicationId,
                                            base.seriesId(),
                                            base.number(),
                                            base.number()),
                    row -> known.ofBase(row));
        }
        read(
                COLUMNS
                        + """
                        where application_id = %d and series_id = %d
                        order by number, from_run
                        """
                                .formatted(applicationId, seriesId),
                row -> known.ofLine(row));
        known.end();
        return known;
    }

    private void read(String select, Consumer<KnownLine.Row> taker) {
        copy.write(
                "copy (%s) to stdout (format binary)".formatted(select),
                new BinaryRows(
                        row ->
                                taker.accept(
                                        new KnownLine.Row(
                                                row.int8(),
                                                row.int8(),
                                                row.int8OrNull() == null,
                                                row.bool(),
                                                row.bytea(),
                                                row.int4(),
                                                row.int8(),
                                                row.int8(),
                                                row.int4(),
                                                row.int8(),
                                                row.int8(),
                                                row.int8()))));
    }

    /**
     * Findings of the application with one of these identities, wherever they are.
     *
     * @param taken numbers that have their match already
     */
    Elsewhere elsewhere(long applicationId, Collection<byte[]> fingerprints, Set<Long> taken) {
        var elsewhere = new Elsewhere(new KnownFindings(), new HashMap<>());
        jdbc.sql(
                        """
                        select f.number, f.fingerprint, f.ordinal, f.context, f.start_line
                          from findings.finding f
                         where f.application_id = :application and f.fingerprint = any(:fingerprints)
                        union all
                        select f.number, a.fingerprint, a.ordinal, f.context, f.start_line
                          from findings.alias a
                          join findings.finding f
                            on f.application_id = a.application_id and f.number = a.number
                         where a.application_id = :application and a.fingerprint = any(:fingerprints)
                         order by number
                        """)
                .param("application", applicationId)
                .param("fingerprints", fingerprints.toArray(byte[][]::new))
                .query(
                        row -> {
                            byte[] fingerprint = row.getBytes("fingerprint");
                            int ordinal = row.getInt("ordinal");
                            elsewhere
                                    .freeOrdinals()
                                    .merge(Identity.Key.of(fingerprint), ordinal + 1, Math::max);
                            long number = row.getLong("number");
                            if (taken.contains(number)) return;
                            elsewhere
                                    .known()
                                    .add(
                                            number,
                                            fingerprint,
                                            ordinal,
                                            row.getLong("context"),
                                            row.getInt("start_line"),
                                            0,
                                            0,
                                            true);
                        });
        return elsewhere;
    }

    /**
     * @param known those that can be matched
     * @param freeOrdinals for each identity the first ordinal that no finding has
     */
    record Elsewhere(KnownFindings known, Map<Identity.Key, Integer> freeOrdinals) {}

    Map<Long, String> paths(Collection<Long> ids) {
        var paths = new HashMap<Long, String>();
        jdbc.sql("select id, text from findings.path where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        row -> {
                            paths.put(row.getLong("id"), row.getString("text"));
                        });
        return paths;
    }

    Map<Long, String> rules(long applicationId, Collection<Long> numbers) {
        var rules = new HashMap<Long, String>();
        jdbc.sql(
                        """
                        select f.number, rule.rule
                          from findings.finding f join findings.rule rule on rule.id = f.rule_id
                         where f.application_id = :application and f.number = any(:numbers)
                        """)
                .param("application", applicationId)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(
                        row -> {
                            rules.put(row.getLong("number"), row.getString("rule"));
                        });
        return rules;
    }
}
