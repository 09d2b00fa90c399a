package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Token> list(Reach reach, long afterId, int limit) {
        return jdbc.sql(
                        """
                        select token.*, creator.name as creator
                          from access.token token
                          join access.person creator on creator.id = token.created_by
                         where (:everywhere or token.entity_id = any(:entities))
                           and token.id > :after
                         order by token.id
                         limit :limit
                        """)
                .param("everywhere", reach.everywhere())
                .param("entities", reach.entities().toArray(Long[]::new))
                .param("after", afterId)
                .param("limit", limit)
                .query((row, number) -> token(row))
                .list();
    }

    Optional<Token> visible(Caller caller, long id) {
        return jdbc.sql(
                        """
                        select token.*, creator.name as creator
                          from access.token token
                          join access.person creator on creator.id = token.created_by
                         where token.id = :id
                           and (:everywhere or token.entity_id = any(:visible))
                        """)
                .param("id", id)
                .param("everywhere", caller.seesEveryEntity())
                .param("visible", caller.visibleEntities().toArray(Long[]::new))
                .query((row, number) -> token(row))
                .optional();
    }

    long add(long entityId, String name, byte[] digest, long by, Instant at, Instant expires) {
        return jdbc.sql(
                        """
                        insert into access.token (entity_id, name, digest, created_by, created_at, expires_at)
                        values (:entity, :name, :digest, :by, :at, :expires)
                        returning id
                        """)
                .param("entity", entityId)
                .param("name", name)
                .param("digest", digest)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .query(Long.class)
                .single();
    }

    void revoke(long id, Instant at) {
        jdbc.sql("update access.token set revoked_at = :at where id = :id and revoked_at is null")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getLong("entity_id"),
                row.getString("name"),
                row.getString("creator"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                PersonStore.instant(row, "used_at"),
                PersonStore.instant(row, "revoked_at"));
    }
}
