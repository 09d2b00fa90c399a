package dev.touchstone.bench;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.server.foundation.database.Copy;
import dev.touchstone.server.foundation.database.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The limit beside the import: the same rows by COPY into a staging table and by MERGE into a table
 * with a primary and one unique key, which holds a million rows. Nothing is parsed, nothing is
 * looked up.
 */
final class BareImport {

    private static final List<String> COLUMNS =
            List.of(
                    "application_id",
                    "number",
                    "fingerprint",
                    "rule",
                    "title",
                    "path",
                    "start_line",
                    "severity",
                    "message",
                    "snippet");

    private final JdbcClient jdbc;
    private final Copy copy;
    private final TransactionTemplate transaction;

    BareImport(BenchPlatform platform) {
        this.jdbc = platform.get(JdbcClient.class);
        this.copy = platform.get(Copy.class);
        this.transaction = new TransactionTemplate(platform.get(PlatformTransactionManager.class));
        JdbcClient.create(platform.get(Database.class).owner().dataSource())
                .sql(
                        """
                        create table public.bare (
                            application_id bigint, number bigint, fingerprint bytea, rule text, title text,
                            path text, start_line int, severity smallint, message text, snippet text,
                            primary key (application_id, number), unique (application_id, fingerprint));
                        create unlogged table public.staging (like public.bare);
                        grant all on public.bare, public.staging to public
                        """)
                .update();
    }

    void fill(int applications, int each) {
        for (int application = 1; application <= applications; application++) {
            copy("public.bare", application, each, i -> i);
        }
    }

    /** Seconds of COPY alone, and of COPY and MERGE together. */
    record Seconds(double copy, double whole) {}

    Seconds take(long application, int count, IntUnaryOperator number) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            long start = System.nanoTime();
                            copy("public.staging", application, count, number);
                            double copied = ImportBench.seconds(start);
                            jdbc.sql(
                                            """
                                            merge into public.bare b
                                            using public.staging s
                                               on b.application_id = s.application_id
                                              and b.fingerprint = s.fingerprint
                                            when matched then update set start_line = s.start_line
                                            when not matched then insert values (s.application_id, s.number,
                                                s.fingerprint, s.rule, s.title, s.path, s.start_line,
                                                s.severity, s.message, s.snippet)
                                            """)
                                    .update();
                            jdbc.sql("delete from public.staging").update();
                            return new Seconds(copied, ImportBench.seconds(start));
                        }));
    }

    private void copy(String table, long application, int count, IntUnaryOperator number) {
        MessageDigest digest = sha256();
        copy.into(
                table,
                COLUMNS,
                rows -> {
                    for (int i = 0; i < count; i++) {
                        int n = number.applyAsInt(i);
                        ReportedFinding finding = Reported.finding(n);
                        var place = Objects.requireNonNull(finding.primaryLocation());
                        rows.row()
                                .int8(application)
                                .int8(n)
                                .bytea(digest.digest(("f" + n).getBytes()))
                                .text(finding.ruleId())
                                .text(finding.title())
                                .text(place.path())
                                .int4(place.startLine())
                                .int2(finding.severity().ordinal())
                                .text(finding.message())
                                .text(place.snippet());
                    }
                });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
