package dev.touchstone.server.delivery.gates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PolicyStore {

    private final JdbcClient jdbc;

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The policy that judges in the legal entity, if it installed one. */
    Optional<InstalledPolicy> current(long entityId) {
        return jdbc.sql(
                        """
                        select number, id, version, digest, yaml, installed_by, installed_at
                        from gates.policy
                        where entity_id = :entity
                        order by number desc
                        limit 1
                        """)
                .param("entity", entityId)
                .query(PolicyStore::policy)
                .optional();
    }

    /** The newest version of each policy, the newest one first. */
    List<InstalledPolicy> newest(long entityId) {
        return jdbc.sql(
                        """
                        select number, id, version, digest, yaml, installed_by, installed_at
                        from (
                            select distinct on (id) *
                            from gates.policy
                            where entity_id = :entity
                            order by id, number desc
                        ) newest
                        order by number desc
                        """)
                .param("entity", entityId)
                .query(PolicyStore::policy)
                .list();
    }

    /** All versions of one policy, the newest one first. */
    List<InstalledPolicy> versions(long entityId, String id) {
        return jdbc.sql(
                        """
                        select number, id, version, digest, yaml, installed_by, installed_at
                        from gates.policy
                        where entity_id = :entity and id = :id
                        order by number desc
                        """)
                .param("entity", entityId)
                .param("id", id)
                .query(PolicyStore::policy)
                .list();
    }

    /** The number to give next; until the transaction ends nobody else gets one here. */
    int nextNumber(long entityId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('gates.policy', :entity))")
                .param("entity", entityId)
                .query((row, n) -> 0)
                .single();
        return jdbc.sql(
                        """
                        select coalesce(max(number), 0) + 1
                        from gates.policy
                        where entity_id = :entity
                        """)
                .param("entity", entityId)
                .query(Integer.class)
                .single();
    }

    void insert(long entityId, InstalledPolicy policy) {
        jdbc.sql(
                        """
                        insert into gates.policy
                            (entity_id, number, id, version, digest, yaml, installed_by,
                             installed_at)
                        values
                            (:entity, :number, :id, :version, :digest, :yaml, :by, :at)
                        """)
                .param("entity", entityId)
                .param("number", policy.number())
                .param("id", policy.id())
                .param("version", policy.version())
                .param("digest", policy.digest())
                .param("yaml", policy.yaml())
                .param("by", policy.installedBy())
                .param("at", policy.installedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static InstalledPolicy policy(ResultSet row, int number) throws SQLException {
        return new InstalledPolicy(
                row.getInt("number"),
                row.getString("id"),
                row.getString("version"),
                row.getString("digest"),
                row.getString("yaml"),
                row.getString("installed_by"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant());
    }
}
