package dev.touchstone.server.foundation.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> account(String login) {
        return jdbc.sql(
                        """
                        select person.id as person_id, person.entity_id, person.login, credential.hash
                          from access.person person
                          left join access.credential credential on credential.person_id = person.id
                         where person.login = :login and person.closed_at is null
                        """)
                .param("login", login)
                .query(Account.class)
                .optional();
    }

    Optional<Account> account(long personId) {
        return jdbc.sql(
                        """
                        select person.id as person_id, person.entity_id, person.login, credential.hash
                          from access.person person
                          left join access.credential credential on credential.person_id = person.id
                         where person.id = :person and person.closed_at is null
                        """)
                .param("person", personId)
                .query(Account.class)
                .optional();
    }

    void add(byte[] digest, long personId, boolean byLink, Instant at) {
        jdbc.sql(
                        """
                        with seen as (update access.person set seen_at = :at where id = :person)
                        insert into access.session (digest, person_id, by_link, started_at, seen_at)
                        values (:digest, :person, :byLink, :at, :at)
                        """)
                .param("digest", digest)
                .param("person", personId)
                .param("byLink", byLink)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean isByLink(byte[] digest) {
        return jdbc.sql("select by_link from access.session where digest = :digest")
                .param("digest", digest)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void end(byte[] digest) {
        jdbc.sql("delete from access.session where digest = :digest")
                .param("digest", digest)
                .update();
    }

    /** A new password ends every other session; the one that set it goes on as an ordinary one. */
    void endOthers(long personId, byte[] kept) {
        jdbc.sql("delete from access.session where person_id = :person and digest <> :kept")
                .param("person", personId)
                .param("kept", kept)
                .update();
        jdbc.sql("update access.session set by_link = false where digest = :kept")
                .param("kept", kept)
                .update();
    }

    void clear(Instant idle, Instant longest) {
        jdbc.sql(
                        """
                        delete from access.session
                         where seen_at <= :idle or started_at <= :longest
                        """)
                .param("idle", Timestamp.from(idle))
                .param("longest", Timestamp.from(longest))
                .update();
    }

    void setPassword(long personId, String hash, Instant at) {
        jdbc.sql(
                        """
                        insert into access.credential (person_id, hash, changed_at)
                        values (:person, :hash, :at)
                        on conflict (person_id) do update set hash = :hash, changed_at = :at
                        """)
                .param("person", personId)
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What a sign-in is checked against. */
    record Account(long personId, long entityId, String login, @Nullable String hash) {

        @Override
        public String toString() {
            return "Account[" + login + "]";
        }
    }
}
