package dev.touchstone.bench;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.formats.ReadAhead;
import dev.touchstone.formats.SarifSink;
import dev.touchstone.server.delivery.findings.Findings;
import dev.touchstone.server.delivery.findings.KnownBefore;
import dev.touchstone.server.delivery.findings.Merge;
import dev.touchstone.server.delivery.runs.Line;
import dev.touchstone.server.delivery.runs.NewRun;
import dev.touchstone.server.delivery.runs.PlannedRun;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Importing a large report into a large store, from the file on disk to the commit. */
final class ImportBench implements Benchmark {

    static final int STORE = Integer.getInteger("bench.store", 1_000_000);
    static final int REPORT = Integer.getInteger("bench.report", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double RATIO = 2.0;
    private static final double LEAST_RATE = 12_000;

    private final List<Measurement> measurements = new ArrayList<>();

    @Override
    public List<Measurement> measure() throws Exception {
        Path files = Files.createTempDirectory("touchstone-bench-files-");
        try (var platform = BenchPlatform.start()) {
            for (int i = 0; i < 5; i++) {
                merge(platform, 400 + i, Reported.sarif(files, 400 + i, 0, 5_000), i);
            }

            var bare = new BareImport(platform);
            bare.fill(STORE / REPORT, REPORT);
            fill(platform);
            size(platform);
            analyze(platform);

            measure(platform, bare, files);
            if (Boolean.getBoolean("bench.verbose")) System.out.println(measurements);
            new HttpImport(platform, files).measure(measurements);
        } finally {
            try (var left = Files.list(files)) {
                for (Path file : left.toList()) Files.delete(file);
            }
            Files.delete(files);
        }
        return measurements;
    }

    private void measure(BenchPlatform platform, BareImport bare, Path files) throws IOException {
        var first = new Series("import %,d findings, all new, into %,d".formatted(REPORT, STORE));
        var again = new Series("the same again, unchanged");
        var some = new Series("10 % new, 10 % gone");
        for (int round = -1; round < ROUNDS; round++) {
            long application = 500L + round;
            Path report = Reported.sarif(files, application, 0, REPORT);
            Path changed = Reported.sarif(files, application, REPORT / 10, REPORT + REPORT / 10);
            first.add(
                    bare.copyAndMerge(application, REPORT, i -> i),
                    merge(platform, application, report, 1));
            again.add(bare.copy(application, REPORT), merge(platform, application, report, 2));
            some.add(
                    bare.copyAndMerge(application, REPORT, i -> i + REPORT / 10),
                    merge(platform, application, changed, 3));
            Files.delete(report);
            Files.delete(changed);
            if (round < 0) List.of(first, again, some).forEach(Series::forget);
        }
        measurements.add(first.against("COPY + MERGE", LEAST_RATE));
        measurements.add(again.against("COPY", 0));
        measurements.add(some.against("COPY + MERGE", LEAST_RATE));
    }

    /** The same work and its limit, measured in turn; the medians count. */
    private record Series(String work, List<ProcessorTime> limits, List<ProcessorTime> taken) {

        Series(String work) {
            this(work, new ArrayList<>(), new ArrayList<>());
        }

        void add(ProcessorTime limit, ProcessorTime own) {
            limits.add(limit);
            taken.add(own);
            if (Boolean.getBoolean("bench.verbose")) {
                System.out.println(work + ": " + own + ", limit: " + limit);
            }
        }

        /** The first round only warms up. */
        void forget() {
            limits.clear();
            taken.clear();
        }

        Measurement against(String what, double leastRate) {
            double seconds = median(taken, ProcessorTime::seconds);
            double ratio = ratio(ProcessorTime::seconds);
            double rate = REPORT / seconds;
            return new Measurement(
                    work,
                    "%.2f s, %,.0f/s".formatted(seconds, rate),
                    "%.2f s %s, %.1f times (processor: %.2f, %.2f s, %.1f times)"
                            .formatted(
                                    median(limits, ProcessorTime::seconds),
                                    what,
                                    ratio,
                                    median(taken, ProcessorTime::processor),
                                    median(limits, ProcessorTime::processor),
                                    ratio(ProcessorTime::processor)),
                    leastRate > 0
                            ? "≤ 2.0 times and ≥ %,.0f/s".formatted(leastRate)
                            : "≤ 2.0 times",
                    ratio <= RATIO && rate >= leastRate);
        }

        /** Of each round with its own limit: what else the machine does weighs on both. */
        private double ratio(ToDoubleFunction<ProcessorTime> value) {
            return median(
                    IntStream.range(0, taken.size())
                            .mapToDouble(
                                    i ->
                                            value.applyAsDouble(taken.get(i))
                                                    / value.applyAsDouble(limits.get(i))));
        }

        private static double median(
                List<ProcessorTime> all, ToDoubleFunction<ProcessorTime> value) {
            return median(all.stream().mapToDouble(value));
        }

        private static double median(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    static void fill(BenchPlatform platform) {
        for (int each = 1; each <= STORE / REPORT; each++) {
            int application = each;
            inTransaction(
                    platform,
                    application,
                    0,
                    (findings, plan) -> {
                        Merge merge = findings.merge(plan, Map.of());
                        IntStream.range(0, REPORT)
                                .mapToObj(number -> Reported.finding(application, number))
                                .forEach(merge::add);
                        return merge;
                    });
        }
    }

    private void size(BenchPlatform platform) {
        if (Boolean.getBoolean("bench.verbose")) {
            owner(platform)
                    .sql(
                            """
                            select c.relname || ' ' || pg_size_pretty(pg_relation_size(c.oid))
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

    static void analyze(BenchPlatform platform) {
        owner(platform).sql("vacuum analyze").update();
    }

    private static JdbcClient owner(BenchPlatform platform) {
        return JdbcClient.create(platform.get(Database.class).owner().dataSource());
    }

    private static ProcessorTime merge(
            BenchPlatform platform, long application, Path file, int commit) {
        return ProcessorTime.of(platform, () -> read(platform, application, file, commit));
    }

    static void read(BenchPlatform platform, long application, Path file, int commit) {
        inTransaction(
                platform,
                application,
                commit,
                (findings, plan) -> {
                    var known = new KnownBefore[1];
                    var merge = new Merge[1];
                    ReadAhead.sarif(
                            file,
                            new SarifSink() {
                                @Override
                                public void run(ReportedRun run) {
                                    merge[0] = findings.merge(plan, Map.of(), known[0]);
                                }

                                @Override
                                public void finding(ReportedFinding finding) {
                                    merge[0].add(finding);
                                }
                            },
                            () -> known[0] = findings.known(plan));
                    return merge[0];
                });
    }

    /** Reads and merges. */
    private interface Work {
        Merge with(Findings findings, PlannedRun plan) throws IOException, InvalidReport;
    }

    private static void inTransaction(
            BenchPlatform platform, long application, int commit, Work work) {
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
                            try {
                                Run run = work.with(findings, plan).finish();
                                if (Boolean.getBoolean("bench.verbose")) {
                                    System.out.println(run.counts());
                                }
                            } catch (IOException | InvalidReport problem) {
                                throw new IllegalStateException(problem);
                            }
                        });
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
