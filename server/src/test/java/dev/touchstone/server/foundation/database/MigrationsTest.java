package dev.touchstone.server.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Migrations migrations =
            new Migrations(database.ownerDataSource(), Roles.APPLICATION);

    @Test
    void doNothingASecondTime() {
        assertThatCode(migrations::run).doesNotThrowAnyException();
    }

    @Test
    void refuseDataOfANewerPlatform() {
        JdbcClient.create(database.ownerDataSource())
                .sql(
                        """
                        insert into catalog.flyway_schema_history
                          (installed_rank, version, description, type, script, checksum,
                           installed_by, execution_time, success)
                        values (999, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 1,
                                'somebody', 1, true)
                        """)
                .update();
        assertThatThrownBy(migrations::run)
                .isInstanceOfSatisfying(
                        DatabaseNotStarted.class,
                        refused ->
                                assertThat(refused.getMessage() + " " + refused.remedy())
                                        .contains("newer Touchstone", "catalog", "999", "backup"));
    }
}
