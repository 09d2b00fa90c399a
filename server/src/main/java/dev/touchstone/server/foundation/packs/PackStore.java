package dev.touchstone.server.foundation.packs;

import dev.touchstone.engine.policy.ContentPack;
import dev.touchstone.engine.policy.PackReader;
import dev.touchstone.engine.policy.PackReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PackStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private static final int KEPT = 256;

    private final JdbcClient jdbc;
    private final Map<String, ContentPack> read = new ConcurrentHashMap<>();

    PackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version of each pack of the legal entity, by id. */
    List<InstalledPack> newest(long entityId) {
        return jdbc.sql(
                        """
                        select distinct on (id) number, digest, files, installed_by, installed_at
                        from packs.pack
                        where entity_id = :entity
                        order by id, number desc
                        """)
                .param("entity", entityId)
                .query(this::installed)
                .list();
    }

    /** The number to give next; until the transaction ends nobody else gets one here. */
    int nextNumber(long entityId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('packs.pack', :entity))")
                .param("entity", entityId)
                .query((row, n) -> 0)
                .single();
        return jdbc.sql(
                        """
                        select coalesce(max(number), 0) + 1
                        from packs.pack
                        where entity_id = :entity
                        """)
                .param("entity", entityId)
                .query(Integer.class)
                .single();
    }

    void insert(long entityId, InstalledPack installed) {
        jdbc.sql(
                        """
                        insert into packs.pack
                            (entity_id, number, id, version, digest, files, installed_by,
                             installed_at)
                        values
                            (:entity, :number, :id, :version, :digest, cast(:files as jsonb), :by,
                             :at)
                        """)
                .param("entity", entityId)
                .param("number", installed.number())
                .param("id", installed.pack().id())
                .param("version", installed.pack().version())
                .param("digest", installed.pack().digest())
                .param("files", JSON.writeValueAsString(installed.files()))
                .param("by", installed.installedBy())
                .param("at", installed.installedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private InstalledPack installed(ResultSet row, int number) throws SQLException {
        Map<String, String> files = JSON.readValue(row.getString("files"), FILES);
        return new InstalledPack(
                row.getInt("number"),
                pack(row.getString("digest"), files),
                files,
                row.getString("installed_by"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant());
    }

    /** Reading compiles the policies, which costs more than a decision, so it is done once. */
    private ContentPack pack(String digest, Map<String, String> files) {
        if (read.size() > KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(digest, unread -> pack(files));
    }

    private static ContentPack pack(Map<String, String> files) {
        return switch (new PackReader(files::get).read()) {
            case PackReading.Accepted accepted -> accepted.pack();
            case PackReading.Refused refused ->
                    throw new IllegalStateException(
                            "A stored pack cannot be read any more: " + refused.faults());
        };
    }
}
