package dev.touchstone.server.foundation.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tries to sign in, counted in the database so that every node knows them. */
@Repository
class AttemptStore {

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts one try before the password is looked at, so tries at the same moment count too.
     *
     * @return false when the subject has used up its tries; it stays locked for the window
     */
    boolean count(String subject, int allowed, Duration window, Instant now) {
        return jdbc.sql(
                        """
                        insert into access.attempt as kept (subject, tries, since)
                        values (:subject, 1, :now)
                        on conflict (subject) do update
                           set tries = case when kept.since < :begin
                                             and coalesce(kept.locked_until, :now) <= :now
                                            then 1 else kept.tries + 1 end,
                               since = case when kept.since < :begin
                                             and coalesce(kept.locked_until, :now) <= :now
                                            then :now else kept.since end,
                               locked_until = case when kept.locked_until > :now then kept.locked_until
                                                   when kept.since >= :begin and kept.tries + 1 > :allowed
                                                   then :end end
                        returning locked_until is null
                        """)
                .param("subject", subject)
                .param("allowed", allowed)
                .param("now", Timestamp.from(now))
                .param("begin", Timestamp.from(now.minus(window)))
                .param("end", Timestamp.from(now.plus(window)))
                .query(Boolean.class)
                .single();
    }

    /** Whoever got in has not guessed: the account's count ends, the address gets its try back. */
    void succeeded(String account, String address) {
        jdbc.sql("delete from access.attempt where subject = :subject")
                .param("subject", account)
                .update();
        jdbc.sql("update access.attempt set tries = tries - 1 where subject = :subject")
                .param("subject", address)
                .update();
    }

    void forgetBefore(Instant moment) {
        jdbc.sql(
                        """
                        delete from access.attempt
                         where since < :moment and coalesce(locked_until, since) < :moment
                        """)
                .param("moment", Timestamp.from(moment))
                .update();
    }
}
