package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
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

    Optional<Long> idInEntity(long entityId, String key) {
        return jdbc.sql(
                        "select id from catalog.application where entity_id = :entity and key = :key")
                .param("entity", entityId)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    /** After the last key and id that were given out. */
    List<Registered> list(
            Reach reach, @Nullable String text, String afterKey, long afterId, int limit) {
        return jdbc.sql(
                        """
                        select *
                          from catalog.application
                         where (:everywhere
                                or entity_id = any(:entities)
                                or department_path && :departments
                                or id = any(:applications))
                           and (:text is null or key ilike :text or name ilike :text or owner_name ilike :text)
                           and (key, id) > (:afterKey, :afterId)
                         order by key, id
                         limit :limit
                        """)
                .param("everywhere", reach.everywhere())
                .param("entities", array(reach.entities()))
                .param("departments", array(reach.departments()))
                .param("applications", array(reach.applications()))
                .param("text", text, Types.VARCHAR)
                .param("afterKey", afterKey)
                .param("afterId", afterId)
                .param("limit", limit)
                .query((row, number) -> registered(row))
                .list();
    }

    Registered registered(long id) {
        return jdbc.sql("select * from catalog.application where id = :id")
                .param("id", id)
                .query((row, number) -> registered(row))
                .single();
    }

    long add(long entityId, List<Long> departmentPath, String key, Particulars about, Instant at) {
        return jdbc.sql(
                        """
                        insert into catalog.application (entity_id, department_path, key, name, tier, data_grade, exposure,
                                                         owner_id, owner_name, repository, created_at, changed_at)
                        values (:entity, :path, :key, :name, :tier, :dataGrade, :exposure,
                                :ownerId, :ownerName, :repository, :at, :at)
                        returning id
                        """)
                .param("entity", entityId)
                .param("path", departmentPath.toArray(Long[]::new))
                .param("key", key)
                .params(particulars(about))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void change(long id, Particulars about, Instant at) {
        jdbc.sql(
                        """
                        update catalog.application
                           set name = :name, tier = :tier, data_grade = :dataGrade, exposure = :exposure,
                               owner_id = :ownerId, owner_name = :ownerName, repository = :repository,
                               changed_at = :at
                         where id = :id
                        """)
                .param("id", id)
                .params(particulars(about))
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Map<String, Object> particulars(Particulars about) {
        var values = new HashMap<String, Object>();
        values.put("name", about.name());
        values.put("tier", about.tier());
        values.put("dataGrade", about.dataGrade());
        values.put("exposure", about.exposure().name());
        values.put("ownerId", new SqlParameterValue(Types.BIGINT, about.ownerId()));
        values.put("ownerName", new SqlParameterValue(Types.VARCHAR, about.ownerName()));
        values.put("repository", new SqlParameterValue(Types.VARCHAR, about.repository()));
        return values;
    }

    private static Registered registered(ResultSet row) throws SQLException {
        return new Registered(
                application(row),
                row.getObject("owner_id", Long.class),
                row.getString("repository"));
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

    /** An application with what only its own page shows. */
    record Registered(
            Application application, @Nullable Long ownerId, @Nullable String repository) {

        Particulars particulars() {
            return new Particulars(
                    application.name(),
                    application.tier(),
                    application.dataGrade(),
                    application.exposure(),
                    ownerId,
                    application.owner(),
                    repository);
        }
    }

    /** What can change about an application. */
    record Particulars(
            String name,
            int tier,
            int dataGrade,
            Application.Exposure exposure,
            @Nullable Long ownerId,
            @Nullable String ownerName,
            @Nullable String repository) {}
}
