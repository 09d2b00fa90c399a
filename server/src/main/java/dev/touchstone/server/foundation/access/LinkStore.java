package dev.touchstone.server.foundation.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addSignIn(byte[] digest, long personId, Instant at, Instant expires) {
        jdbc.sql(
                        """
                        insert into access.link (digest, purpose, person_id, created_at, expires_at)
                        values (:digest, 'SIGN_IN', :person, :at, :expires)
                        """)
                .param("digest", digest)
                .param("person", personId)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    void addFirst(byte[] digest, Instant at, Instant expires) {
        jdbc.sql(
                        """
                        insert into access.link (digest, purpose, created_at, expires_at)
                        values (:digest, 'SET_UP', :at, :expires)
                        """)
                .param("digest", digest)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<Long> useSignIn(byte[] digest, Instant now) {
        return jdbc.sql(
                        """
                        update access.link
                           set used_at = :now
                         where digest = :digest
                           and purpose = 'SIGN_IN'
                           and used_at is null
                           and expires_at > :now
                        returning person_id
                        """)
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    boolean useFirst(byte[] digest, Instant now) {
        return jdbc.sql(
                                """
                                update access.link
                                   set used_at = :now
                                 where digest = :digest
                                   and purpose = 'SET_UP'
                                   and used_at is null
                                   and expires_at > :now
                                """)
                        .param("digest", digest)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
