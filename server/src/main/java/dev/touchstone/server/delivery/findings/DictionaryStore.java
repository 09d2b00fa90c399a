package dev.touchstone.server.delivery.findings;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
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
    public Map<Pending.Rule, Long> rules(Collection<Pending.Rule> rules) {
        var ids = new HashMap<Pending.Rule, Long>();
        for (Pending.Rule rule : rules) {
            ids.put(rule, id(rule));
        }
        return ids;
    }

    private long id(Pending.Rule rule) {
        var select =
                "select id from findings.rule where tool = :tool and rule = :rule and cwes = :cwes";
        Integer[] cwes = rule.cwes().toArray(Integer[]::new);
        jdbc.sql(
                        """
                        insert into findings.rule (tool, rule, cwes)
                        select :tool, :rule, :cwes
                         where not exists (select from findings.rule
                                            where tool = :tool and rule = :rule and cwes = :cwes)
                        on conflict do nothing
                        """)
                .param("tool", rule.tool())
                .param("rule", rule.rule())
                .param("cwes", cwes)
                .update();
        return jdbc.sql(select)
                .param("tool", rule.tool())
                .param("rule", rule.rule())
                .param("cwes", cwes)
                .query(Long.class)
                .single();
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
