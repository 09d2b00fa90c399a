package dev.touchstone.server.foundation.ledger;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.server.TestDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on a database of its own, without the rest of the platform. */
public final class LedgerFixture {

    final TestDatabase database;
    final HikariDataSource source = new HikariDataSource();
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final LedgerStore store;
    final ChainedLedger ledger;

    LedgerFixture(TestDatabase database, Clock clock) {
        this.database = database;
        source.setDataSource(database.dataSource());
        source.setMaximumPoolSize(10);
        source.setMinimumIdle(0);
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        store = new LedgerStore(jdbc);
        ledger = new ChainedLedger(store, clock);
    }

    static LedgerFixture fresh() {
        return fresh(Clock.systemUTC());
    }

    static LedgerFixture fresh(Clock clock) {
        return new LedgerFixture(TestDatabase.fresh(), clock);
    }

    /** A ledger for the tests of other modules. */
    public static Ledger on(JdbcClient jdbc, Clock clock) {
        return new ChainedLedger(new LedgerStore(jdbc), clock);
    }

    /** Commands for the tests of other modules. */
    public static void write(TestDatabase database, int commands) {
        var fixture = new LedgerFixture(database, Clock.systemUTC());
        for (var i = 0; i < commands; i++) {
            fixture.command("Work", "W-" + i, i % 3 == 0 ? null : (long) (i % 3));
        }
        fixture.source.close();
    }

    void command(String command, String subject) {
        command(command, subject, null);
    }

    void command(String command, String subject, Long entity) {
        transaction.executeWithoutResult(
                status -> ledger.append(command, subject, entity, Map.of("about", subject)));
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** SQL that nobody but an intruder with the superuser's password can run. */
    void tamper(String sql) {
        tamper(sql, false);
    }

    /**
     * @param regardless of the table's own constraints
     */
    void tamper(String sql, boolean regardless) {
        var superuser = JdbcClient.create(database.superuser().dataSource());
        if (regardless) {
            superuser
                    .sql("ALTER TABLE ledger.entry DROP CONSTRAINT IF EXISTS entry_sequence_check")
                    .update();
        }
        superuser
                .sql(
                        "DO $do$ BEGIN %s; END $do$"
                                .formatted(sql.strip().replaceFirst("^SELECT", "PERFORM")))
                .update();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM ledger.entry").query(Long.class).single();
    }
}
