package dev.touchstone.server.foundation.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Callers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;

class ChainedLedgerTest {

    private final LedgerFixture fixture = LedgerFixture.fresh();

    @Test
    void chainsCommandsInTheOrderOfTheirCommits() {
        fixture.command("RegisterApplication", "MBANK");
        fixture.command("ReceiveReport", "MBANK-U-1", 7L);

        assertThat(
                        fixture.jdbc
                                .sql(
                                        """
                                        SELECT a.hash = b.previous AND a.sequence = 1 AND b.sequence = 2
                                            AND b.entity_id = 7
                                        FROM ledger.entry a, ledger.entry b
                                        WHERE a.command = 'RegisterApplication'
                                            AND b.command = 'ReceiveReport'
                                        """)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(fixture.ledger.head().sequence()).isEqualTo(2);
    }

    @Test
    void keepsTheNameOfTheActorInTheErasablePartOnly() {
        var caller = new Caller(Caller.Kind.PERSON, 12, "陈思远", 7, List.of());
        Callers.as(
                caller,
                () -> {
                    fixture.command("DecideGate", "MBANK-D-1");
                    return null;
                });

        assertThat(fixture.jdbc.sql("SELECT actor FROM ledger.entry").query(String.class).single())
                .isEqualTo("person/12");
        assertThat(fixture.jdbc.sql("SELECT actor FROM ledger.body").query(String.class).single())
                .isEqualTo("陈思远");
    }

    @Test
    void refusesToWriteOutsideOfATransaction() {
        assertThatThrownBy(() -> fixture.ledger.append("DecideGate", "x", null, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of a transaction");
    }

    @Test
    void refusesTwoCommandsInOneTransaction() {
        assertThatThrownBy(
                        () ->
                                fixture.inTransaction(
                                        () -> {
                                            fixture.ledger.append("One", "x", null, 1);
                                            fixture.ledger.append("Two", "x", null, 1);
                                            return null;
                                        }))
                .hasMessageContaining("One, then Two");
        assertThat(fixture.count()).isZero();
    }

    @Test
    void refusesASnapshotThatWouldNotSeeTheHead() {
        fixture.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        assertThatThrownBy(() -> fixture.command("One", "x"))
                .hasMessageContaining("READ COMMITTED");
    }

    @Test
    void writesNothingWhenTheCommandFails() {
        assertThatThrownBy(
                        () ->
                                fixture.inTransaction(
                                        () -> {
                                            fixture.ledger.append("One", "x", null, 1);
                                            throw new IllegalArgumentException("no");
                                        }))
                .hasMessage("no");
        assertThat(fixture.count()).isZero();
    }

    @Test
    void failsTheCommandWhenTheLedgerCannotWrite() {
        fixture.tamper("CREATE TABLE public.work (id int)");
        fixture.tamper("GRANT ALL ON public.work TO touchstone_app");
        fixture.tamper("ALTER TABLE ledger.entry RENAME TO gone");

        assertThatThrownBy(
                        () ->
                                fixture.inTransaction(
                                        () -> {
                                            fixture.ledger.append("One", "x", null, 1);
                                            return fixture.jdbc
                                                    .sql("INSERT INTO public.work VALUES (1)")
                                                    .update();
                                        }))
                .isInstanceOf(DataAccessException.class);
        assertThat(fixture.jdbc.sql("SELECT count(*) FROM work").query(Integer.class).single())
                .isZero();
    }

    @Test
    void writersAtOnceMakeOneChainWithoutGaps() {
        try (var writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200)
                    .mapToObj(i -> writers.submit(() -> fixture.command("Work", "W-" + i)))
                    .toList();
        }

        assertThat(
                        fixture.jdbc
                                .sql(
                                        """
                                        SELECT count(*) FROM ledger.entry a JOIN ledger.entry b
                                        ON b.sequence = a.sequence + 1 AND b.previous = a.hash
                                        """)
                                .query(Integer.class)
                                .single())
                .isEqualTo(199);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.entry SET subject = 'y'",
                "DELETE FROM ledger.entry",
                "TRUNCATE ledger.entry",
                "DROP TABLE ledger.entry",
                "ALTER TABLE ledger.entry DISABLE TRIGGER ALL",
                "UPDATE ledger.body SET content = '1'",
                "DELETE FROM ledger.body",
                "UPDATE ledger.checkpoint SET at = now()",
                "DELETE FROM ledger.anchor",
                "CREATE TABLE ledger.mine (id int)",
                "SELECT * FROM ledger.flyway_schema_history",
                "SET ROLE touchstone_owner"
            })
    void applicationCanOnlyReadAndAdd(String sql) {
        fixture.command("One", "x");

        assertThatThrownBy(() -> fixture.jdbc.sql(sql).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    /** PostgreSQL 15 only warns, newer ones refuse: nothing is granted either way. */
    @Test
    void applicationCannotGrantItselfMore() {
        catchThrowable(
                () -> fixture.jdbc.sql("GRANT DELETE ON ledger.entry TO touchstone_app").update());

        assertThat(
                        fixture.jdbc
                                .sql(
                                        """
                                        SELECT has_table_privilege('ledger.entry', 'UPDATE')
                                            OR has_table_privilege('ledger.entry', 'DELETE')
                                            OR has_table_privilege('ledger.entry', 'TRUNCATE')
                                        """)
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void bodyCanBeErasedOneByOne() {
        fixture.command("One", "x");

        assertThat(
                        fixture.jdbc
                                .sql("SELECT ledger.erase_body(1) AND NOT ledger.erase_body(1)")
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(fixture.count()).isEqualTo(1);
    }
}
