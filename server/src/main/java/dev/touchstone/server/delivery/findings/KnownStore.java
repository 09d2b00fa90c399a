package dev.touchstone.server.delivery.findings;

import dev.touchstone.engine.identity.Identity;
import dev.touchstone.engine.identity.KnownFindings;
import dev.touchstone.server.delivery.runs.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the findings of a report are matched with. */
@Repository
class KnownStore {

    private final JdbcClient jdbc;

    KnownStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every finding that the series ever had, and for a merge request those of its base.
     *
     * @param base run of the target line; null for a line that stands for itself
     */
    KnownLine line(long applicationId, long seriesId, @Nullable Run base) {
        var known = new KnownLine();
        var aliases = aliases(applicationId);
        var fold = new Fold(known, aliases);
        jdbc.sql(
                        """
                        select p.number, p.series_id = :series as own, p.from_run, p.to_run is null as open,
                               p.absent, p.start_line, p.content, p.places, p.rules,
                               f.fingerprint, f.ordinal, f.context
                          from findings.presence p
                          join findings.finding f
                            on f.application_id = p.application_id and f.number = p.number
                         where p.application_id = :application
                           and (p.series_id = :series
                                or p.series_id = :base and p.from_run <= :baseRun
                                   and (p.to_run is null or p.to_run > :baseRun))
                         order by p.number, own, p.from_run
                        """)
                .param("application", applicationId)
                .param("series", seriesId)
                .param("base", base == null ? seriesId : base.seriesId())
                .param("baseRun", base == null ? -1 : base.number())
                .query(fold::take);
        fold.end();
        return known;
    }

    private Map<Long, List<Alias>> aliases(long applicationId) {
        var aliases = new HashMap<Long, List<Alias>>();
        jdbc.sql(
                        """
                        select number, fingerprint, ordinal, context
                          from findings.alias where application_id = :application
                         order by number, fingerprint
                        """)
                .param("application", applicationId)
                .query(
                        row -> {
                            aliases.computeIfAbsent(
                                            row.getLong("number"), absent -> new ArrayList<>())
                                    .add(
                                            new Alias(
                                                    row.getBytes("fingerprint"),
                                                    row.getInt("ordinal"),
                                                    row.getLong("context")));
                        });
        return aliases;
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
                        select f.number, a.fingerprint, a.ordinal, a.context, f.start_line
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

    Map<Long, String> paths(long applicationId, Collection<Long> numbers) {
        var paths = new HashMap<Long, String>();
        jdbc.sql(
                        """
                        select f.number, path.text
                          from findings.finding f join findings.path path on path.id = f.path_id
                         where f.application_id = :application and f.number = any(:numbers)
                        """)
                .param("application", applicationId)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(
                        row -> {
                            paths.put(row.getLong("number"), row.getString("text"));
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

    private record Alias(byte[] fingerprint, int ordinal, long context) {}

    /** Folds the rows of one finding into one entry: the base's row first, then the own ones. */
    private static final class Fold {

        private final KnownLine known;
        private final Map<Long, List<Alias>> aliases;
        private KnownLine.@Nullable Entry entry;
        private byte[] fingerprint = {};
        private int ordinal;
        private long context;
        private int line;

        Fold(KnownLine known, Map<Long, List<Alias>> aliases) {
            this.known = known;
            this.aliases = aliases;
        }

        void take(ResultSet row) throws SQLException {
            long number = row.getLong("number");
            if (entry != null && entry.number() != number) end();
            boolean own = row.getBoolean("own");
            boolean open = row.getBoolean("open");
            boolean absent = row.getBoolean("absent");
            boolean inBase = !own || entry != null && entry.inBase();
            boolean endedOwn = own && !open;
            if (endedOwn && inBase) return;
            entry =
                    new KnownLine.Entry(
                            number,
                            own,
                            inBase,
                            own ? open && !absent : true,
                            own && open && absent,
                            row.getLong("from_run"),
                            row.getLong("content"),
                            row.getLong("places"),
                            row.getLong("rules"));
            fingerprint = row.getBytes("fingerprint");
            ordinal = row.getInt("ordinal");
            context = row.getLong("context");
            line = row.getInt("start_line");
        }

        void end() {
            if (entry == null) return;
            known.add(entry, fingerprint, ordinal, context, line);
            for (Alias alias : aliases.getOrDefault(entry.number(), List.of())) {
                known.add(entry, alias.fingerprint, alias.ordinal, alias.context, line);
            }
            entry = null;
        }
    }
}
