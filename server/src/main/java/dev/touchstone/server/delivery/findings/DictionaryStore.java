package dev.touchstone.server.delivery.findings;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words that many findings share. New ones are committed at once, in a fixed order, so that imports
 * do not wait for each other's end.
 */
@Repository
class DictionaryStore {

    private final JdbcClient jdbc;

    DictionaryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<String, Long> titles(Collection<String> texts) {
        return ids("findings.title", texts);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<String, Long> paths(Collection<String> texts) {
        return ids("findings.path", texts);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<Pending.Rule, Long> rules(String tool, Collection<Pending.Rule> rules) {
        var ids = new HashMap<Pending.Rule, Long>();
        readRules(tool, ids);
        if (!ids.keySet().containsAll(rules)) {
            rules.stream()
                    .filter(rule -> !ids.containsKey(rule))
                    .sorted(Comparator.comparing(Pending.Rule::toString))
                    .forEach(this::add);
            readRules(tool, ids);
        }
        return ids;
    }

    private void readRules(String tool, Map<Pending.Rule, Long> ids) {
        jdbc.sql("select * from findings.rule where tool = :tool")
                .param("tool", tool)
                .query(
                        row -> {
                            ids.put(
                                    new Pending.Rule(
                                            row.getString("tool"),
                                            row.getString("rule"),
                                            List.of((Integer[]) row.getArray("cwes").getArray()),
                                            row.getString("help_uri"),
                                            row.getString("definition")),
                                    row.getLong("id"));
                        });
    }

    private void add(Pending.Rule rule) {
        jdbc.sql(
                        """
                        insert into findings.rule (tool, rule, cwes, help_uri, definition)
                        values (:tool, :rule, :cwes, :helpUri, :definition)
                        on conflict do nothing
                        """)
                .param("tool", rule.tool())
                .param("rule", rule.rule())
                .param("cwes", rule.cwes().toArray(Integer[]::new))
                .param("helpUri", rule.helpUri())
                .param("definition", rule.definition())
                .update();
    }

    private Map<String, Long> ids(String table, Collection<String> texts) {
        var byDigest = new TreeMap<String, String>();
        for (String text : texts) {
            byte[] digest = Fields.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
            byDigest.put(HexFormat.of().formatHex(digest), text);
        }
        var ids = new HashMap<String, Long>();
        read(table, byDigest, ids);
        if (ids.size() < byDigest.size()) {
            var absent = new TreeMap<>(byDigest);
            absent.values().removeAll(ids.keySet());
            add(table, absent);
            read(table, absent, ids);
        }
        return ids;
    }

    private void read(String table, Map<String, String> byDigest, Map<String, Long> ids) {
        jdbc.sql(
                        """
                        select encode(digest, 'hex') as digest, id from %s
                         where digest in (select decode(d, 'hex') from unnest(:digests) d)
                        """
                                .formatted(table))
                .param("digests", byDigest.keySet().toArray(String[]::new))
                .query(
                        row -> {
                            ids.put(
                                    java.util.Objects.requireNonNull(
                                            byDigest.get(row.getString("digest"))),
                                    row.getLong("id"));
                        });
    }

    private void add(String table, Map<String, String> absent) {
        jdbc.sql(
                        """
                        insert into %s (digest, text)
                        select decode(digest, 'hex'), text
                          from unnest(:digests, :texts) as new (digest, text)
                        on conflict (digest) do nothing
                        """
                                .formatted(table))
                .param("digests", absent.keySet().toArray(String[]::new))
                .param("texts", absent.values().toArray(String[]::new))
                .update();
    }
}
