package dev.touchstone.cli.scan;

import dev.touchstone.cli.settings.HoldingSettings;
import dev.touchstone.cli.settings.Settings;
import dev.touchstone.cli.settings.Settings.Part;
import dev.touchstone.scanners.Readiness;
import dev.touchstone.scanners.ScanTarget;
import dev.touchstone.scanners.SpotBugsScanner;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.bills.BillOptions;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs all parts of a scan beside each other. */
public final class RunScanners {

    private static final List<String> BYTECODE_SOURCES =
            List.of(".java", ".kt", ".scala", ".groovy");

    private final CacheFolder cache;
    private final Watch watch;
    private final int cores;

    RunScanners(CacheFolder cache, Watch watch, int cores) {
        this.cache = cache;
        this.watch = watch;
        this.cores = cores;
    }

    /**
     * @param bytecode null where only the index is looked at
     * @param bill how the bill of materials is made; null when none is wanted
     */
    ScanResult run(
            ScannedTree tree,
            @Nullable String commit,
            HoldingSettings holding,
            Map<Part, TreeScanner> scanners,
            @Nullable SpotBugsScanner bytecode,
            List<Path> classpath,
            @Nullable BillOptions bill)
            throws IOException, InterruptedException {
        var work = Files.createTempDirectory("touchstone-report-");
        try (var threads = Executors.newFixedThreadPool(cores);
                var parts = Executors.newVirtualThreadPerTaskExecutor()) {
            var settings = holding.settings();
            var digests = new ContentDigests(tree);
            var running = new ArrayList<Future<ToolRun>>();
            var target = new ScanTarget(tree.root(), classpath, settings.exclusions());
            if (bytecode != null && concerns(bytecode, target, tree)) {
                running.add(
                        parts.submit(
                                unlessOff(
                                        Part.BYTECODE,
                                        settings,
                                        new Off(bytecode),
                                        () ->
                                                new RunBytecodeScanner(bytecode, work, watch)
                                                        .run(
                                                                target,
                                                                settings,
                                                                new KeptBytecodeReports(
                                                                        cache,
                                                                        tree.root(),
                                                                        work)))));
            }
            var run = new RunTreeScanner(digests, cache, threads, watch);
            for (var each : new LinkedHashMap<>(scanners).entrySet()) {
                running.add(
                        parts.submit(
                                unlessOff(
                                        each.getKey(),
                                        settings,
                                        new Off(each.getValue()),
                                        () ->
                                                run.run(
                                                        each.getValue(),
                                                        settings,
                                                        settings.project().inlineIgnores()))));
            }
            var made =
                    bill == null || settings.off(Part.BILL).isPresent()
                            ? null
                            : parts.submit(() -> new RunBill(digests, cache, watch).run(bill));
            var runs = new ArrayList<ToolRun>();
            for (var each : running) {
                runs.add(each.get());
            }
            return new ScanResult(
                    tree.root(),
                    commit,
                    holding,
                    tree.files().size(),
                    tree.files().stream().mapToLong(file -> file.size()).sum(),
                    runs,
                    tree.leftOut(),
                    made == null ? null : made.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            delete(work);
            cache.tidy();
        }
    }

    /** What is told of a tool that the settings switch off. */
    private record Off(
            dev.touchstone.contract.ScannerKind kind, String tool, String version, String digest) {

        Off(TreeScanner scanner) {
            this(scanner.kind(), scanner.name(), scanner.version(), scanner.ruleDigest());
        }

        Off(SpotBugsScanner scanner) {
            this(scanner.kind(), scanner.name(), scanner.version(), "");
        }

        ToolRun because(String reason) {
            return new ToolRun(
                    kind,
                    tool,
                    version,
                    digest,
                    new ToolRun.Outcome.Off(reason),
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of());
        }
    }

    private static Callable<ToolRun> unlessOff(
            Part part, Settings settings, Off off, Callable<ToolRun> run) {
        var reason = settings.off(part);
        return reason.isPresent() ? () -> off.because(reason.get()) : run;
    }

    /** A project without any has nothing that a bytecode scanner could have seen. */
    private static boolean concerns(SpotBugsScanner bytecode, ScanTarget target, ScannedTree tree) {
        return tree.files().stream()
                        .anyMatch(file -> BYTECODE_SOURCES.stream().anyMatch(file.path()::endsWith))
                || bytecode.readiness(target) instanceof Readiness.Ready;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
