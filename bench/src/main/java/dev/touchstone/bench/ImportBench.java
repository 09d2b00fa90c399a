package dev.touchstone.bench;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.formats.ReadAhead;
import dev.touchstone.formats.SarifSink;
import dev.touchstone.server.delivery.findings.Findings;
import dev.touchstone.server.delivery.findings.Merge;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.NewRun;
import dev.touchstone.server.delivery.runs.Run;
import dev.touchstone.server.delivery.runs.Runs;
import dev.touchstone.server.foundation.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Importing a large report into a large store, from the file on disk to the commit. */
final class ImportBench implements Benchmark {

    private static final int STORE = Integer.getInteger("bench.store", 1_000_000);
    private static final int REPORT = Integer.getInteger("bench.report", 100_000);
    private static final double RATIO = 2.0;
    private static final double LEAST_RATE = 12_000;

    private final List<Measurement> measurements = new ArrayList<>();

    @Override
    public List<Measurement> measure() throws Exception {
        Path files = Files.createTempDirectory("touchstone-bench-files-");
        try (var platform = BenchPlatform.start()) {
            Path warm = Reported.sarif(files, 0, 5_000);
            Path report = Reported.sarif(files, 0, REPORT);
            Path changed = Reported.sarif(files, REPORT / 10, REPORT + REPORT / 10);
            for (int i = 0; i < 5; i++) merge(platform, 900 + i, warm, i);

            var bare = new BareImport(platform);
            bare.fill(STORE / REPORT, REPORT);
            fill(platform);
            size(platform);
            analyze(platform);

            measure(platform, bare, report, changed);
            new HttpImport(platform, files).measure(measurements);
        } finally {
            try (var left = Files.list(files)) {
                for (Path file : left.toList()) Files.delete(file);
            }
            Files.delete(files);
        }
        return measurements;
    }

    private void measure(BenchPlatform platform, BareImport bare, Path report, Path changed)
            throws Exception {
        var limit = bare.take(500, REPORT, i -> i);
        double first = merge(platform, 500, report, 1);
        add(
                "import %,d findings, all new, into %,d".formatted(REPORT, STORE),
                first,
                limit.whole());

        var again = bare.take(501, REPORT, i -> i);
        double unchanged = merge(platform, 500, report, 2);
        measurements.add(
                new Measurement(
                        "the same again, unchanged",
                        "%.2f s, %,.0f/s".formatted(unchanged, REPORT / unchanged),
                        "%.2f s COPY, %.1f times".formatted(again.copy(), unchanged / again.copy()),
                        "≤ 2.0 times",
                        unchanged <= RATIO * again.copy()));

        limit = bare.take(500, REPORT, i -> i + REPORT / 10);
        double some = merge(platform, 500, changed, 3);
        add("10 % new, 10 % gone", some, limit.whole());
    }

    private void add(String work, double seconds, double limit) {
        double rate = REPORT / seconds;
        measurements.add(
                new Measurement(
                        work,
                        "%.2f s, %,.0f/s".formatted(seconds, rate),
                        "%.2f s COPY + MERGE, %.1f times".formatted(limit, seconds / limit),
                        "≤ 2.0 times and ≥ 12,000/s",
                        seconds <= RATIO * limit && rate >= LEAST_RATE));
    }

    private static void fill(BenchPlatform platform) {
        for (int application = 1; application <= STORE / REPORT; application++) {
            merge(
                    platform,
                    application,
                    0,
                    sink ->
                            IntStream.range(0, REPORT)
                                    .mapToObj(Reported::finding)
                                    .forEach(sink::finding));
        }
    }

    private void size(BenchPlatform platform) {
        if (Boolean.getBoolean("bench.verbose")) {
            owner(platform)
                    .sql(
                            """
                            select c.relname || ' ' || c.relkind || ' ' || pg_size_pretty(pg_relation_size(c.oid))
                              from pg_class c join pg_namespace n on n.oid = c.relnamespace
                             where n.nspname = 'findings' and pg_relation_size(c.oid) > 1000000
                             order by pg_relation_size(c.oid) desc
                            """)
                    .query(String.class)
                    .list()
                    .forEach(System.out::println);
        }
        long bytes =
                owner(platform)
                        .sql(
                                """
                                select sum(pg_total_relation_size(c.oid))
                                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where n.nspname = 'findings' and c.relkind = 'r'
                                """)
                        .query(Long.class)
                        .single();
        measurements.add(
                new Measurement(
                        "storage of %,d findings".formatted(STORE),
                        "%.2f GB".formatted(bytes / 1e9),
                        "-",
                        "≤ 2 GB a million",
                        bytes <= 2e9 * STORE / 1e6));
    }

    private static void analyze(BenchPlatform platform) {
        owner(platform).sql("vacuum analyze").update();
    }

    private static JdbcClient owner(BenchPlatform platform) {
        return JdbcClient.create(platform.get(Database.class).owner().dataSource());
    }

    /** Gives runs and findings to a sink. */
    private interface Source {
        void to(SarifSink sink) throws IOException, InvalidReport;
    }

    private static double merge(BenchPlatform platform, long application, Path file, int commit) {
        long start = System.nanoTime();
        merge(platform, application, commit, sink -> ReadAhead.sarif(file, sink));
        return seconds(start);
    }

    private static void merge(BenchPlatform platform, long application, int commit, Source source) {
        var runs = platform.get(Runs.class);
        var findings = platform.get(Findings.class);
        new TransactionTemplate(platform.get(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            Line line = runs.lock(application, "main", Line.Kind.BRANCH, null);
                            var plan =
                                    runs.plan(
                                            new NewRun(
                                                    line,
                                                    "%040x".formatted(commit),
                                                    Reported.RUN.tool(),
                                                    "1.0",
                                                    Reported.RUN.ruleDigest(),
                                                    ScannerKind.SAST,
                                                    true,
                                                    "{}",
                                                    1,
                                                    Instant.EPOCH));
                            Merge merge = findings.merge(plan, Map.of());
                            try {
                                source.to(new ToMerge(merge));
                            } catch (IOException | InvalidReport problem) {
                                throw new IllegalStateException(problem);
                            }
                            Run run = merge.finish();
                            if (Boolean.getBoolean("bench.verbose")) {
                                System.out.println(run.counts());
                            }
                        });
    }

    private record ToMerge(Merge merge) implements SarifSink {
        @Override
        public void run(ReportedRun run) {
            Objects.requireNonNull(run);
        }

        @Override
        public void finding(ReportedFinding finding) {
            merge.add(finding);
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
