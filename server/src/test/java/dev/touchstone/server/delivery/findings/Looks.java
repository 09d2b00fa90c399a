package dev.touchstone.server.delivery.findings;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Severity;
import dev.touchstone.server.MovableClock;
import dev.touchstone.server.TestDatabase;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.NewRun;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.delivery.runs.RunsFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans of one application, one after the other, merged into a real store. */
final class Looks {

    static final String RULES = "a".repeat(64);

    final JdbcClient jdbc;
    final Runs runs;
    final Findings findings;
    final TransactionTemplate transaction;
    final long application;

    Looks(TestDatabase database, long application) {
        this(database, application, "");
    }

    /**
     * @param settings of the database's sessions, for example {@code -c enable_seqscan=off}
     */
    Looks(TestDatabase database, long application, String settings) {
        var source = new HikariDataSource();
        var plain = database.application().dataSource();
        plain.setOptions(settings);
        source.setDataSource(plain);
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(0);
        var clock = new MovableClock();
        this.jdbc = JdbcClient.create(source);
        this.runs = RunsFixture.on(jdbc, clock);
        this.findings = FindingsFixture.on(source, runs);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.application = application;
    }

    /** A scan that is about to be merged; what is not said is as usual. */
    record Look(
            String line,
            Line.Kind kind,
            @Nullable String base,
            int commit,
            List<Integer> ancestors,
            boolean complete,
            String rules,
            Map<String, String> renames,
            List<ReportedFinding> found) {

        static Look at(int commit, ReportedFinding... found) {
            return new Look(
                    "main",
                    Line.Kind.BRANCH,
                    null,
                    commit,
                    commit > 1 ? List.of(commit - 1) : List.of(),
                    true,
                    RULES,
                    Map.of(),
                    List.of(found));
        }

        Look on(String name) {
            return new Look(name, kind, base, commit, ancestors, complete, rules, renames, found);
        }

        Look mergeRequest(String name, String into) {
            return new Look(
                    name,
                    Line.Kind.MERGE_REQUEST,
                    into,
                    commit,
                    ancestors,
                    complete,
                    rules,
                    renames,
                    found);
        }

        Look after(Integer... commits) {
            return new Look(
                    line, kind, base, commit, List.of(commits), complete, rules, renames, found);
        }

        Look partial() {
            return new Look(line, kind, base, commit, ancestors, false, rules, renames, found);
        }

        Look rules(String other) {
            return new Look(line, kind, base, commit, ancestors, complete, other, renames, found);
        }

        Look renamed(String old, String now) {
            return new Look(
                    line, kind, base, commit, ancestors, complete, rules, Map.of(old, now), found);
        }
    }

    Run merge(Look look) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            Line line = runs.lock(application, look.line, look.kind, look.base);
                            runs.learn(
                                    application,
                                    sha(look.commit),
                                    look.ancestors.stream().map(Looks::sha).toList());
                            var plan =
                                    runs.plan(
                                            new NewRun(
                                                    line,
                                                    sha(look.commit),
                                                    "Scan",
                                                    "1",
                                                    look.rules,
                                                    ScannerKind.SAST,
                                                    look.complete,
                                                    "{}",
                                                    1,
                                                    Instant.EPOCH));
                            Merge merge = findings.merge(plan, look.renames);
                            look.found.forEach(merge::add);
                            return merge.finish();
                        }));
    }

    /** What the run saw, as {@code number path:line}. */
    List<String> seenBy(Run run) {
        return findings.seenBy(run, null).stream()
                .map(PresentFinding::finding)
                .map(one -> one.number() + " " + one.path() + ":" + one.startLine())
                .sorted()
                .toList();
    }

    /** Numbers of the findings that are new since another run. */
    List<Long> newSince(Run run, Run base) {
        return findings.seenBy(run, base).stream()
                .filter(one -> one.isNew() == PresentFinding.New.YES)
                .map(one -> one.finding().number())
                .sorted()
                .toList();
    }

    String status(long number) {
        return Finding.Status.values()[
                jdbc.sql(
                                "select status from findings.finding where application_id = ? and number = ?")
                        .params(application, number)
                        .query(Integer.class)
                        .single()]
                .name();
    }

    long count() {
        return jdbc.sql("select count(*) from findings.finding where application_id = ?")
                .param(application)
                .query(Long.class)
                .single();
    }

    /** Every row of the application, in a fixed order. */
    String everything() {
        return Stream.of("finding", "presence", "finding_text", "alias")
                .map(
                        table ->
                                jdbc.sql(
                                                "select coalesce(string_agg(row, E'\\n' order by row), '') from findings.%s t, lateral (select (to_jsonb(t) - 'application_id' - 'series_id' - 'line_id')::text) as r (row) where application_id = ?"
                                                        .formatted(table))
                                        .param(application)
                                        .query(String.class)
                                        .single())
                .reduce("", (all, one) -> all + "\n--\n" + one);
    }

    static ReportedFinding finding(String rule, String path, int line, String snippet) {
        return finding(rule, path, line, snippet, Severity.HIGH, "Something about " + rule);
    }

    static ReportedFinding finding(
            String rule, String path, int line, String snippet, Severity severity, String message) {
        return new ReportedFinding(
                rule,
                severity,
                "Title of " + rule,
                message,
                List.of(89),
                List.of(new CodeLocation(path, line, 1, line, 20, snippet)),
                List.of(),
                Map.of(),
                null,
                false);
    }

    private static String sha(int commit) {
        return "%040x".formatted(commit);
    }
}
