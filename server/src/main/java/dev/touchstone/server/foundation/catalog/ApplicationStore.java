package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApplicationStore {

    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The wall stands in the statement: behind it a key does not exist. The own entity wins. */
    Optional<Application> visible(Caller caller, String key) {
        return jdbc.sql(
                        """
                        select *
                          from catalog.application
                         where key = :key
                           and (:everywhere or entity_id = any(:visible))
                         order by entity_id <> :home, entity_id
                         limit 1
                        """)
                .param("key", key)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", array(caller.visibleEntities()))
                .param("home", caller.entityId())
                .query((row, number) -> application(row))
                .optional();
    }

    List<Application> reached(Reach reach) {
        return jdbc.sql(
                        """
                        select *
                          from catalog.application
                         where :everywhere
                            or entity_id = any(:entities)
                            or department_path && :departments
                            or id = any(:applications)
                         order by key, id
                        """)
                .param("everywhere", reach.everywhere())
                .param("entities", array(reach.entities()))
                .param("departments", array(reach.departments()))
                .param("applications", array(reach.applications()))
                .query((row, number) -> application(row))
                .list();
    }

    List<Application> withIds(Collection<Long> ids) {
        return jdbc.sql("select * from catalog.application where id = any(:ids) order by key, id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> application(row))
                .list();
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                row.getLong("id"),
                row.getLong("entity_id"),
                Arrays.asList((Long[]) row.getArray("department_path").getArray()),
                row.getString("key"),
                row.getString("name"),
                row.getInt("tier"),
                row.getInt("data_grade"),
                Application.Exposure.valueOf(row.getString("exposure")),
                row.getString("owner_name"));
    }

    private static Long[] array(Set<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
