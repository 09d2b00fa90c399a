package dev.touchstone.server.foundation.database.backup;

import dev.touchstone.server.foundation.database.Migrations;
import dev.touchstone.server.foundation.database.backup.Manifest.SequenceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database's catalogue says about the tables of all modules. */
final class Tables {

    private final JdbcClient jdbc;

    Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Columns by table; a table stands after those it refers to. */
    Map<String, List<String>> inOrder() {
        var columns = columns();
        var references = references();
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < columns.size()) {
            var ready =
                    columns.keySet().stream()
                            .filter(table -> !ordered.contains(table))
                            .filter(
                                    table ->
                                            ordered.containsAll(
                                                    references.getOrDefault(table, Set.of())))
                            .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException(
                        "Tables refer to each other in a circle, so none can be filled first; all but "
                                + ordered);
            }
            ordered.addAll(ready);
        }
        var result = new LinkedHashMap<String, List<String>>();
        ordered.forEach(table -> result.put(table, columns.getOrDefault(table, List.of())));
        return result;
    }

    Map<String, SequenceState> sequences() {
        var names =
                jdbc.sql(
                                """
                                SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename)
                                FROM pg_sequences WHERE schemaname = ANY (?) ORDER BY 1
                                """)
                        .param(modules())
                        .query(String.class)
                        .list();
        var states = new TreeMap<String, SequenceState>();
        for (var name : names) {
            states.put(
                    name,
                    jdbc.sql("SELECT last_value, is_called FROM " + name)
                            .query(
                                    (row, number) ->
                                            new SequenceState(row.getLong(1), row.getBoolean(2)))
                            .single());
        }
        return states;
    }

    /** Newest applied version of each module that has a schema. */
    Map<String, String> migrations() {
        var versions = new TreeMap<String, String>();
        for (var module : Migrations.MODULES) {
            if (exists(module + ".flyway_schema_history")) {
                jdbc.sql(
                                """
                                SELECT version FROM %s.flyway_schema_history
                                WHERE success AND version IS NOT NULL
                                ORDER BY installed_rank DESC LIMIT 1
                                """
                                        .formatted(module))
                        .query(String.class)
                        .optional()
                        .ifPresent(version -> versions.put(module, version));
            }
        }
        return versions;
    }

    /** Schemas with a module's name that the platform did not make. */
    List<String> schemasOfOthers() {
        return jdbc.sql(
                        """
                        SELECT nspname FROM pg_namespace n
                        WHERE nspname = ANY (?) AND NOT EXISTS (
                            SELECT FROM pg_class c
                            WHERE c.relnamespace = n.oid AND c.relname = 'flyway_schema_history')
                        ORDER BY 1
                        """)
                .param(modules())
                .query(String.class)
                .list();
    }

    boolean exists(String table) {
        return jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    /** Generated columns are computed again. */
    private Map<String, List<String>> columns() {
        var columns = new TreeMap<String, List<String>>();
        jdbc.sql(
                        """
                        SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(a.attname)
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                            AND NOT a.attisdropped AND a.attgenerated = ''
                        WHERE c.relkind = 'r' AND n.nspname = ANY (?)
                            AND c.relname <> 'flyway_schema_history'
                        ORDER BY 1, a.attnum
                        """)
                .param(modules())
                .query(
                        row -> {
                            columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                                    .add(row.getString(2));
                        });
        return columns;
    }

    private Map<String, Set<String>> references() {
        var references = new TreeMap<String, Set<String>>();
        jdbc.sql(
                        """
                        SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                            quote_ident(m.nspname) || '.' || quote_ident(d.relname)
                        FROM pg_constraint f
                        JOIN pg_class c ON c.oid = f.conrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_class d ON d.oid = f.confrelid
                        JOIN pg_namespace m ON m.oid = d.relnamespace
                        WHERE f.contype = 'f' AND f.conrelid <> f.confrelid AND n.nspname = ANY (?)
                        """)
                .param(modules())
                .query(
                        row -> {
                            references
                                    .computeIfAbsent(
                                            row.getString(1), table -> new LinkedHashSet<>())
                                    .add(row.getString(2));
                        });
        return references;
    }

    private static String[] modules() {
        return Migrations.MODULES.toArray(String[]::new);
    }
}
