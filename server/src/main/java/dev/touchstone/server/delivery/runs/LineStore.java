package dev.touchstone.server.delivery.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LineStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    LineStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(long applicationId, String name, Line.Kind kind, @Nullable String base) {
        jdbc.sql(
                        """
                        insert into runs.line (application_id, name, kind, base, created_at)
                        values (:application, :name, :kind, :base, :now)
                        on conflict (application_id, name) do nothing
                        """)
                .param("application", applicationId)
                .param("name", name)
                .param("kind", kind.name())
                .param("base", base)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Line lock(long applicationId, String name) {
        return jdbc.sql(
                        """
                        select * from runs.line
                         where application_id = :application and name = :name
                           for no key update
                        """)
                .param("application", applicationId)
                .param("name", name)
                .query((row, number) -> line(row))
                .single();
    }

    void retarget(Line line, @Nullable String base) {
        jdbc.sql(
                        "update runs.line set base = :base where application_id = :application and id = :id")
                .param("base", base)
                .param("application", line.applicationId())
                .param("id", line.id())
                .update();
    }

    Optional<Line> named(long applicationId, String name) {
        return jdbc.sql(
                        "select * from runs.line where application_id = :application and name = :name")
                .param("application", applicationId)
                .param("name", name)
                .query((row, number) -> line(row))
                .optional();
    }

    List<Line> all(long applicationId) {
        return jdbc.sql("select * from runs.line where application_id = :application order by id")
                .param("application", applicationId)
                .query((row, number) -> line(row))
                .list();
    }

    long series(long applicationId, long lineId, String tool, String scope, byte[] digest) {
        jdbc.sql(
                        """
                        insert into runs.series (application_id, line_id, tool, scope, scope_digest)
                        values (:application, :line, :tool, :scope, :digest)
                        on conflict (application_id, line_id, tool, scope_digest) do nothing
                        """)
                .param("application", applicationId)
                .param("line", lineId)
                .param("tool", tool)
                .param("scope", scope)
                .param("digest", digest)
                .update();
        return existingSeries(applicationId, lineId, tool, digest).orElseThrow();
    }

    Optional<Long> existingSeries(long applicationId, long lineId, String tool, byte[] digest) {
        return jdbc.sql(
                        """
                        select id from runs.series
                         where application_id = :application and line_id = :line
                           and tool = :tool and scope_digest = :digest
                        """)
                .param("application", applicationId)
                .param("line", lineId)
                .param("tool", tool)
                .param("digest", digest)
                .query(Long.class)
                .optional();
    }

    int seriesOfTool(long applicationId, String tool) {
        return jdbc.sql(
                        """
                        select count(*) from runs.series
                         where application_id = :application and tool = :tool
                        """)
                .param("application", applicationId)
                .param("tool", tool)
                .query(Integer.class)
                .single();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("application_id"),
                row.getLong("id"),
                row.getString("name"),
                Line.Kind.valueOf(row.getString("kind")),
                row.getString("base"));
    }
}
