package dev.touchstone.server.delivery.intake;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.server.MovableClock;
import dev.touchstone.server.TestDatabase;
import dev.touchstone.server.delivery.findings.FindingsFixture;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.RunsFixture;
import dev.touchstone.server.foundation.catalog.ApplicationsFixture;
import dev.touchstone.server.foundation.database.Copy;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.foundation.ledger.LedgerFixture;
import dev.touchstone.server.scene.Scene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The intake on a database of its own, with no worker: the test takes the jobs itself. */
final class Intake {

    final MovableClock clock = new MovableClock();
    final HikariDataSource source = new HikariDataSource();
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Scene scene;
    final JobStore jobs;
    final ReportStore reports;
    final TakeReport taking;
    final MergeReport merging;
    final long application;

    Intake() {
        var database = TestDatabase.fresh();
        source.setDataSource(database.dataSource());
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(0);
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        scene = Scene.on(source);
        application = scene.application("MBANK").id();
        jobs = new JobStore(jdbc);
        reports = new ReportStore(jdbc);
        var applications = ApplicationsFixture.on(source);
        var raw = new RawStore(jdbc, new Copy(source));
        var runs = RunsFixture.on(jdbc, clock);
        var ledger = LedgerFixture.on(jdbc, clock);
        taking = new TakeReport(applications, reports, raw, jobs, runs, ledger, clock);
        merging =
                new MergeReport(
                        applications,
                        reports,
                        raw,
                        jobs,
                        runs,
                        FindingsFixture.on(source, runs),
                        ledger,
                        transaction,
                        clock);
    }

    long upload(String line, int commit, byte[] file) {
        var about =
                new About(
                        "MBANK",
                        line,
                        Line.Kind.BRANCH,
                        null,
                        Sender.commit(commit),
                        List.of(),
                        Map.of(),
                        null,
                        true,
                        Map.of(),
                        null);
        try {
            var upload = Upload.of(about, "r.sarif", null, () -> new ByteArrayInputStream(file));
            return Scene.as(
                    scene.caller(Role.SECURITY),
                    () ->
                            Objects.requireNonNull(
                                            transaction.execute(status -> taking.take(upload)))
                                    .number());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    Optional<Job> lease(Instant until) {
        return Objects.requireNonNull(
                transaction.execute(status -> jobs.lease(clock.instant(), until)));
    }

    Report report(long number) {
        return reports.find(application, number).orElseThrow();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
