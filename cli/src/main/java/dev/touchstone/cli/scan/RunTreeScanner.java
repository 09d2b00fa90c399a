package dev.touchstone.cli.scan;

import dev.touchstone.cli.settings.Settings;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.ScannerRule;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.LeftOut.Reason;
import dev.touchstone.scanners.tree.ScannedFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs one scanner over the units of a tree, on all cores, and asks it only what is new. */
final class RunTreeScanner {

    /** Units that one thread takes at once. */
    private static final int CHUNK = 32;

    private final ContentDigests tree;
    private final CacheFolder cache;
    private final ExecutorService cores;
    private final Watch watch;

    RunTreeScanner(ContentDigests tree, CacheFolder cache, ExecutorService cores, Watch watch) {
        this.tree = tree;
        this.cache = cache;
        this.cores = cores;
        this.watch = watch;
    }

    ToolRun run(TreeScanner scanner, Settings settings, boolean honoursComments)
            throws InterruptedException {
        var units = scanner.units(tree);
        watch.begins(
                scanner.name(),
                units.stream().flatMap(List::stream).mapToLong(ScannedFile::size).sum());
        var store =
                AnswerStore.open(
                        cache,
                        tree.storeName(scanner.name()),
                        UnitAnswer.class,
                        UnitAnswer.NOTHING);
        var answers = new ArrayList<UnitAnswer>();
        var waiting = new ArrayList<Future<List<UnitAnswer>>>();
        for (var from = 0; from < units.size(); from += CHUNK) {
            var chunk = units.subList(from, Math.min(from + CHUNK, units.size()));
            waiting.add(
                    cores.submit(
                            () -> chunk.stream().map(u -> answer(scanner, store, u)).toList()));
        }
        for (var each : waiting) {
            try {
                answers.addAll(each.get());
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        store.close();
        watch.ended(scanner.name());
        return result(scanner, units, answers, settings, honoursComments);
    }

    private UnitAnswer answer(
            TreeScanner scanner, AnswerStore<UnitAnswer> store, List<ScannedFile> unit) {
        try {
            var key =
                    tree.key(
                            List.of(scanner.name(), scanner.version(), scanner.ruleDigest()), unit);
            var known = store.find(key);
            if (known != null) {
                return known;
            }
            var answer = scanner.scan(tree, unit);
            store.keep(key, answer);
            return answer;
        } catch (IOException unreadable) {
            return without(unit, Reason.UNREADABLE, because(unreadable));
        } catch (RuntimeException | StackOverflowError failed) {
            return without(unit, Reason.FAILED, failed.getClass().getSimpleName());
        } finally {
            watch.did(scanner.name(), unit.stream().mapToLong(ScannedFile::size).sum());
        }
    }

    private static UnitAnswer without(List<ScannedFile> unit, Reason reason, String detail) {
        return new UnitAnswer(
                List.of(),
                List.of(),
                unit.stream().map(file -> new LeftOut(file.path(), reason, detail)).toList());
    }

    private static String because(IOException failure) {
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getClass().getSimpleName();
    }

    private ToolRun result(
            TreeScanner scanner,
            List<List<ScannedFile>> units,
            List<UnitAnswer> answers,
            Settings settings,
            boolean honoursComments) {
        var sorted = new SortFindings(scanner.name(), settings);
        for (var answer : answers) {
            sorted.found(answer.findings());
            for (var ignored : answer.ignored()) {
                if (honoursComments) {
                    sorted.ignored(ignored.finding(), ignored.reason());
                } else {
                    sorted.found(List.<ReportedFinding>of(ignored.finding()));
                }
            }
        }
        var leftOut = answers.stream().flatMap(answer -> answer.leftOut().stream()).toList();
        return new ToolRun(
                scanner.kind(),
                scanner.name(),
                scanner.version(),
                scanner.ruleDigest(),
                new ToolRun.Outcome.Looked(isWhole(leftOut) && isWhole(tree.leftOut())),
                (int)
                        units.stream()
                                .flatMap(List::stream)
                                .map(ScannedFile::path)
                                .distinct()
                                .count(),
                sorted.findings(),
                sorted.removed(),
                leftOut,
                List.of(),
                scanner.rules().stream()
                        .collect(Collectors.toMap(ScannerRule::id, Function.identity())));
    }

    /** What is too large, a link or malformed is told; what went wrong makes a run partial. */
    private static boolean isWhole(List<LeftOut> leftOut) {
        return leftOut.stream()
                .map(LeftOut::reason)
                .noneMatch(
                        reason ->
                                reason == Reason.UNREADABLE
                                        || reason == Reason.TOO_MANY
                                        || reason == Reason.FAILED);
    }
}
