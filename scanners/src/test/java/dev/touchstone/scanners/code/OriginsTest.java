package dev.touchstone.scanners.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values reach a statement, told by whether the rule for JdbcTemplate speaks. */
class OriginsTest {

    private static final CodeScanner SCANNER = new CodeScanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.queryForList(\"select * from a where b = '\" + name + \"'\");",
                "String sql = \"select \" + name; jdbc.queryForList(sql);",
                "String sql = \"select \"; sql += name; jdbc.queryForList(sql);",
                "StringBuilder b = new StringBuilder(\"select \"); b.append(name); jdbc.queryForList(b.toString());",
                "jdbc.queryForList(String.format(\"select %s\", name));",
                "jdbc.queryForList(\"select %s\".formatted(name));",
                "String part = name.trim().toLowerCase(); jdbc.queryForList(\"select \" + part);",
                "jdbc.queryForList(\"select \" + (name.isEmpty() ? \"a\" : name));",
                "jdbc.queryForList(build(name));",
                "for (String one : names) jdbc.queryForList(\"select \" + one);",
                "if (name.contains(\"'\")) return; jdbc.queryForList(\"select \" + name);",
                "jdbc.queryForList(\"select \" + order.column());"
            })
    void aJoinedParameterIsFollowed(String body) throws IOException {
        assertThat(reported(body)).as(body).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.queryForList(\"select * from a where b = ?\", name);",
                "jdbc.queryForList(\"select * from a where id = \" + id);",
                "jdbc.queryForList(\"select \" + COLUMNS + \" from a\");",
                "String c = switch (name) { case \"a\" -> \"x\"; default -> \"y\"; }; jdbc.queryForList(\"select \" + c);",
                "if (!ALLOWED.contains(name)) throw new IllegalArgumentException(); jdbc.queryForList(\"select \" + name);",
                "if (ALLOWED.contains(name)) { jdbc.queryForList(\"select \" + name); }",
                "jdbc.queryForList(\"select \" + TABLE.get(name));",
                "jdbc.queryForList(\"select \" + TABLE.getOrDefault(name, \"id\"));",
                "name = \"id\"; jdbc.queryForList(\"select \" + name);",
                "jdbc.queryForList(\"select \" + Integer.parseInt(name));",
                "jdbc.queryForList(\"select \" + fixed(\"id\"));",
                "jdbc.queryForList(\"select \" + Column.valueOf(name).sql());"
            })
    void whatIsFixedCheckedOrANumberIsNot(String body) throws IOException {
        assertThat(reported(body)).as(body).isFalse();
    }

    private static boolean reported(String body) throws IOException {
        String text =
                """
                class Repository {
                    private static final String COLUMNS = "id, name";
                    private static final Set<String> ALLOWED = Set.of("id", "name");
                    private static final Map<String, String> TABLE = Map.of("a", "b");
                    private final JdbcTemplate jdbc;
                    void find(String name, long id, List<String> names, OrderBy order) {
                        %s
                    }
                    private String build(String value) { return "select " + value; }
                    private String fixed(String value) { return value.trim(); }
                }
                """
                        .formatted(body);
        var tree = TreeInMemory.of("Repository.java", text);
        var answer = SCANNER.scan(tree, tree.files());
        assertThat(answer.leftOut()).isEmpty();
        return answer.findings().stream().map(ReportedFinding::ruleId).anyMatch("JDBC-002"::equals);
    }
}
