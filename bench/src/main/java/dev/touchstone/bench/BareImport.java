package dev.touchstone.bench;

import dev.touchstone.contract.ReportedFinding;
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
 * The limit beside the import: the same findings by COPY into a staging table without keys or
 * journal, and by MERGE into a table with a primary and one unique key, which holds a million rows.
 * A row is the finding as it was reported, every field of it, and its fingerprint: no less, so that
 * the limit moves what the import moves, and no more. Nothing is parsed, nothing is looked up.
 */
final class BareImport {

    private static final List<String> COLUMNS =
            List.of(
                    "application_id",
                    "number",
                    "fingerprint",
                    "rule",
                    "severity",
                    "title",
                    "message",
                    "cwes",
                    "path",
                    "start_line",
                    "start_column",
                    "end_line",
                    "end_column",
                    "snippet",
                    "help_uri");

    private final BenchPlatform platform;
    private final JdbcClient jdbc;
    private final Copy copy;
    private final TransactionTemplate transaction;
    private final DataSource owner;

    BareImport(BenchPlatform platform) {
        this.platform = platform;
        this.jdbc = platform.get(JdbcClient.class);
        this.copy = platform.get(Copy.class);
        this.transaction = new TransactionTemplate(platform.get(PlatformTransactionManager.class));
        this.owner = platform.get(Database.class).owner().dataSource();
        JdbcClient.create(owner)
                .sql(
                        """
                        create table public.bare (
                            application_id bigint, number bigint, fingerprint bytea, rule text,
                            severity smallint, title text, message text, cwes text, path text,
                            start_line int, start_column int, end_line int, end_column int,
                            snippet text, help_uri text,
                            primary key (application_id, number), unique (application_id, fingerprint));
                        create unlogged table public.staging (like public.bare);
                        create table public.plain (like public.bare);
                        grant all on public.bare, public.staging, public.plain to public
                        """)
                .update();
    }

    void fill(int applications, int each) {
        for (int application = 1; application <= applications; application++) {
            copy("public.bare", application, rows(application, each, i -> i));
        }
    }

    /** COPY into a table without any key, with its commit. */
    ProcessorTime copy(long application, int count) {
        List<Row> rows = rows(application, count, i -> i);
        var taken =
                ProcessorTime.of(
                        platform,
                        () ->
                                transaction.executeWithoutResult(
                                        status -> copy("public.plain", application, rows)));
        JdbcClient.create(owner).sql("truncate public.plain").update();
        return taken;
    }

    /**
     * COPY and MERGE together, with their commit; the rows are made before the clock runs. The rows
     * are found by the unique key: left to itself the database reads and sorts the whole million
     * for them, which takes longer.
     */
    ProcessorTime copyAndMerge(long application, int count, IntUnaryOperator number) {
        List<Row> rows = rows(application, count, number);
        var taken =
                ProcessorTime.of(
                        platform,
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            copy("public.staging", application, rows);
                                            merge();
                                        }));
        JdbcClient.create(owner).sql("truncate public.staging").update();
        return taken;
    }

    private void merge() {
        jdbc.sql("set local enable_hashjoin = off").update();
        jdbc.sql("set local enable_mergejoin = off").update();
        jdbc.sql(
                        """
                        merge into public.bare b
                        using public.staging s
                           on b.application_id = s.application_id
                          and b.fingerprint = s.fingerprint
                        when matched then update set start_line = s.start_line
                        when not matched then insert values (s.application_id, s.number,
                            s.fingerprint, s.rule, s.severity, s.title, s.message, s.cwes, s.path,
                            s.start_line, s.start_column, s.end_line, s.end_column, s.snippet,
                            s.help_uri)
                        """)
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(int number, ReportedFinding finding, String cwes, byte[] fingerprint) {}

    private static List<Row> rows(long application, int count, IntUnaryOperator number) {
        MessageDigest digest = sha256();
        return IntStream.range(0, count)
                .map(number)
                .mapToObj(
                        n -> {
                            ReportedFinding finding = Reported.finding(application, n);
                            return new Row(
                                    n,
                                    finding,
                                    "CWE-" + finding.cwes().getFirst(),
                                    digest.digest(("f" + n).getBytes(StandardCharsets.UTF_8)));
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
                                .int2(finding.severity().ordinal())
                                .text(finding.title())
                                .text(finding.message())
                                .text(row.cwes())
                                .text(place.path())
                                .int4(place.startLine())
                                .int4(place.startColumn())
                                .int4(place.endLine())
                                .int4(place.endColumn())
                                .text(place.snippet())
                                .text(finding.helpUri());
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
