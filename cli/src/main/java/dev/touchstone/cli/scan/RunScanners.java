package dev.touchstone.cli.scan;

import dev.touchstone.cli.scan.ScanParts.Bytecode;
import dev.touchstone.cli.settings.HoldingSettings;
import dev.touchstone.cli.settings.Settings;
import dev.touchstone.cli.settings.Settings.Part;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.scanners.Readiness;
import dev.touchstone.scanners.ScanTarget;
import dev.touchstone.scanners.SpotBugsScanner;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.bills.MadeBill;
import dev.touchstone.scanners.secrets.SameSecrets;
import dev.touchstone.scanners.secrets.SecretScanner;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs all parts of a scan beside each other. */
final class RunScanners {

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

    ScanResult run(
            ScannedTree files, @Nullable String commit, HoldingSettings holding, ScanParts parts)
            throws IOException, InterruptedException {
        var tree = new ContentDigests(files);
        var work = Files.createTempDirectory("touchstone-report-");
        try (var threads = Executors.newFixedThreadPool(cores);
                var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Optional<ToolRun>>>();
            for (var each : runs(tree, holding.settings(), parts, threads, work)) {
                running.add(beside.submit(each));
            }
            var bill = bill(tree, holding.settings(), parts, beside);
            var runs = new ArrayList<ToolRun>();
            for (var each : running) {
                each.get().ifPresent(runs::add);
            }
            return new ScanResult(
                    tree.root(),
                    commit,
                    holding,
                    tree.files().size(),
                    tree.files().stream().mapToLong(file -> file.size()).sum(),
                    runs,
                    tree.leftOut(),
                    bill == null ? null : bill.get());
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

    private List<Callable<Optional<ToolRun>>> runs(
            ContentDigests tree,
            Settings settings,
            ScanParts parts,
            ExecutorService threads,
            Path work) {
        var runs = new ArrayList<Callable<Optional<ToolRun>>>();
        var bytecode = parts.bytecode();
        if (bytecode != null) {
            var scanner = bytecode.scanner();
            var off = settings.off(Part.BYTECODE);
            runs.add(
                    off.isPresent()
                            ? () -> off(scanner.kind(), scanner.name(), scanner.version(), off)
                            : () -> bytecode(tree, settings, bytecode, work));
        }
        var run = new RunTreeScanner(tree, cache, threads, watch);
        parts.ofFiles()
                .forEach(
                        (part, scanner) -> {
                            var off = settings.off(part);
                            runs.add(
                                    off.isPresent()
                                            ? () ->
                                                    off(
                                                            scanner.kind(),
                                                            scanner.name(),
                                                            scanner.version(),
                                                            off)
                                            : () -> ofFiles(run, tree, settings, parts, scanner));
                        });
        var history = parts.history();
        if (history != null) {
            var off = settings.off(Part.HISTORY);
            runs.add(
                    off.isPresent()
                            ? () -> off(history.kind(), ToolRun.HISTORY, history.version(), off)
                            : () ->
                                    new RunHistory(history, cache, watch)
                                            .run(tree.root(), settings));
        }
        return runs;
    }

    private Optional<ToolRun> bytecode(
            ContentDigests tree, Settings settings, Bytecode bytecode, Path work)
            throws IOException, InterruptedException {
        var target = new ScanTarget(tree.root(), bytecode.classpath(), settings.exclusions());
        if (!concerns(bytecode.scanner(), target, tree)) {
            return Optional.empty();
        }
        var kept = new KeptBytecodeReports(cache, tree.root(), work);
        return Optional.of(
                new RunBytecodeScanner(bytecode.scanner(), work, watch)
                        .run(target, settings, kept));
    }

    private static Optional<ToolRun> ofFiles(
            RunTreeScanner run,
            ContentDigests tree,
            Settings settings,
            ScanParts parts,
            TreeScanner scanner)
            throws InterruptedException {
        var told = run.run(scanner, settings, settings.project().inlineIgnores());
        return Optional.of(
                scanner instanceof SecretScanner secrets && parts.key() != null
                        ? told.with(
                                new SameSecrets(secrets, parts.key()).mark(tree, told.findings()))
                        : told);
    }

    private @Nullable Future<MadeBill> bill(
            ContentDigests tree, Settings settings, ScanParts parts, ExecutorService beside) {
        var options = parts.bill();
        return options == null || settings.off(Part.BILL).isPresent()
                ? null
                : beside.submit(() -> new RunBill(tree, cache, watch).run(options));
    }

    private static Optional<ToolRun> off(
            ScannerKind kind, String tool, String version, Optional<String> reason) {
        return Optional.of(
                ToolRun.without(kind, tool, version, new ToolRun.Outcome.Off(reason.orElse(""))));
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
