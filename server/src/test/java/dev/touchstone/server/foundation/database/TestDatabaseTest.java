package dev.touchstone.server.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.ServerTest;
import dev.touchstone.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TestDatabaseTest {

    @Autowired JdbcClient jdbc;

    @Test
    void platformServesAsARoleThatOwnsNothing() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single())
                .isEqualTo(Roles.APPLICATION);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM pg_class
                                        WHERE relowner = current_user::regrole
                                        """)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void chineseTextHasTrigrams() {
        assertThat(
                        TestDatabase.fresh()
                                .jdbc()
                                .sql("SELECT cardinality(show_trgm('转账'))")
                                .query(Integer.class)
                                .single())
                .isPositive();
    }

    @Test
    void testsDoNotRunAsRoot() {
        assertThat(System.getProperty("user.name")).isNotEqualTo("root");
    }
}
