package dev.touchstone.server.delivery.findings;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one finding with all that is known about it. */
@Repository
class DetailStore {

    private final JdbcClient jdbc;

    DetailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a finding says.
     *
     * @param definition name of what its identity is made of
     */
    record Text(Detail detail, int ordinal, String definition, @Nullable String helpUri) {}

    /** A row of its presence on a line. */
    record PresenceRow(long lineId, long fromRun, @Nullable Long toRun) {}

    Optional<Finding> finding(long applicationId, long number) {
        return jdbc.sql(
                        """
                        select f.*, rule.tool, rule.rule, rule.cwes, title.text as title, path.text as path
                          from findings.finding f
                          join findings.rule rule on rule.id = f.rule_id
                          join findings.title title on title.id = f.title_id
                          join findings.path path on path.id = f.path_id
                         where f.application_id = :application and f.number = :number
                        """)
                .param("application", applicationId)
                .param("number", number)
                .query((row, index) -> SeenStore.finding(row))
                .optional();
    }

    Text text(long applicationId, long number) {
        return jdbc.sql(
                        """
                        select t.detail, f.ordinal, rule.definition, rule.help_uri
                          from findings.finding_text t
                          join findings.finding f
                            on f.application_id = t.application_id and f.number = t.number
                          join findings.rule rule on rule.id = f.rule_id
                         where t.application_id = :application and t.number = :number
                        """)
                .param("application", applicationId)
                .param("number", number)
                .query(
                        (row, index) ->
                                new Text(
                                        Detail.parse(row.getString("detail")),
                                        row.getInt("ordinal"),
                                        row.getString("definition"),
                                        row.getString("help_uri")))
                .single();
    }

    List<PresenceRow> presence(long applicationId, long number) {
        return jdbc.sql(
                        """
                        select line_id, from_run, to_run
                          from findings.presence
                         where application_id = :application and number = :number and not absent
                         order by from_run, line_id
                        """)
                .param("application", applicationId)
                .param("number", number)
                .query(PresenceRow.class)
                .list();
    }
}
