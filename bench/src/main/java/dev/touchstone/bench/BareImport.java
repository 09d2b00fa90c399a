package dev.touchstone.bench;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.engine.identity.IdentityDefinition;
import dev.touchstone.server.foundation.database.Copy;
import dev.touchstone.server.foundation.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The limit beside the import: the same rows by COPY into a staging table and by MERGE into a table
 * with a primary and one unique key, which holds a million rows; about 600 bytes a row, as much as
 * the report has. Nothing is parsed, nothing is looked up.
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
                    "snippet",
                    "identity");

    private final JdbcClient jdbc;
    private final Copy copy;
    private final TransactionTemplate transaction;
    private final DataSource owner;

    BareImport(BenchPlatform platform) {
        this.jdbc = platform.get(JdbcClient.class);
        this.copy = platform.get(Copy.class);
        this.transaction = new TransactionTemplate(platform.get(PlatformTransactionManager.class));
        this.owner = platform.get(Database.class).owner().dataSource();
        JdbcClient.create(owner)
                .sql(
                        """
                        create table public.bare (
                            application_id bigint, number bigint, fingerprint bytea, rule text, title text,
                            path text, start_line int, severity smallint, message text, snippet text, identity text,
                            primary key (application_id, number), unique (application_id, fingerprint));
                        create unlogged table public.staging (like public.bare);
                        create table public.plain (like public.bare);
                        grant all on public.bare, public.staging, public.plain to public
                        """)
                .update();
    }

    void fill(int applications, int each) {
        List<Row> rows = rows(each, i -> i);
        for (int application = 1; application <= applications; application++) {
            copy("public.bare", application, rows);
        }
    }

    /** Seconds of COPY into a table without any key, with its commit. */
    double copy(int count) {
        List<Row> rows = rows(count, i -> i);
        long start = System.nanoTime();
        transaction.executeWithoutResult(status -> copy("public.plain", 1, rows));
        return ImportBench.seconds(start);
    }

    /**
     * Seconds of COPY and MERGE together, with their commit; the rows are made before the clock
     * runs.
     */
    double copyAndMerge(long application, int count, IntUnaryOperator number) {
        List<Row> rows = rows(count, number);
        long start = System.nanoTime();
        transaction.executeWithoutResult(
                status -> {
                    copy("public.staging", application, rows);
                    jdbc.sql(
                                    """
                                    merge into public.bare b
                                    using public.staging s
                                       on b.application_id = s.application_id
                                      and b.fingerprint = s.fingerprint
                                    when matched then update set start_line = s.start_line
                                    when not matched then insert values (s.application_id, s.number,
                                        s.fingerprint, s.rule, s.title, s.path, s.start_line,
                                        s.severity, s.message, s.snippet, s.identity)
                                    """)
                            .update();
                });
        double seconds = ImportBench.seconds(start);
        if (Boolean.getBoolean("bench.verbose")) System.out.printf("bare %.2f s%n", seconds);
        JdbcClient.create(owner).sql("truncate public.staging").update();
        return seconds;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(int number, ReportedFinding finding, byte[] fingerprint, String identity) {}

    private static List<Row> rows(int count, IntUnaryOperator number) {
        MessageDigest digest = sha256();
        IdentityDefinition identity = IdentityDefinition.ofTool("BenchScan");
        return IntStream.range(0, count)
                .map(number)
                .mapToObj(
                        n -> {
                            ReportedFinding finding = Reported.finding(n);
                            return new Row(
                                    n,
                                    finding,
                                    digest.digest(("f" + n).getBytes(StandardCharsets.UTF_8)),
                                    identity.of("BenchScan", finding).canonical());
                        })
                .toList();
    }

    private void copy(String table, long application, List<Row> all) {
        copy.into(
                table,
                COLUMNS,
                rows -> {
                    for (Row row : all) {
                        ReportedFinding finding = row.finding();
                        var place = Objects.requireNonNull(finding.primaryLocation());
                        rows.row()
                                .int8(application)
                                .int8(row.number())
                                .bytea(row.fingerprint())
                                .text(finding.ruleId())
                                .text(finding.title())
                                .text(place.path())
                                .int4(place.startLine())
                                .int2(finding.severity().ordinal())
                                .text(finding.message())
                                .text(place.snippet())
                                .text(row.identity());
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
