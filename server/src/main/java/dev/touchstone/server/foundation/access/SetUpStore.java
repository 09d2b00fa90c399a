package dev.touchstone.server.foundation.access;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SetUpStore {

    private final JdbcClient jdbc;

    SetUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open only while nobody is there. */
    boolean isOpen() {
        return jdbc.sql(
                        """
                        select not exists (select from access.set_up)
                           and not exists (select from access.person)
                        """)
                .query(Boolean.class)
                .single();
    }

    void close(Instant at) {
        jdbc.sql("insert into access.set_up (at) values (:at)")
                .param("at", Timestamp.from(at))
                .update();
    }
}
