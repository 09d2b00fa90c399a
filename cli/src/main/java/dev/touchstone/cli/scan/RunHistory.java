package dev.touchstone.cli.scan;

import dev.touchstone.cli.settings.ProjectRepository;
import dev.touchstone.cli.settings.Settings;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.ScannerRule;
import dev.touchstone.scanners.secrets.HistoryAnswer;
import dev.touchstone.scanners.secrets.SecretHistory;
import dev.touchstone.scanners.secrets.SecretScanner;
import dev.touchstone.scanners.tree.LeftOut.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for secrets that the newest commit no longer has: whoever has a clone has them all the
 * same. What it still has is told of the work tree.
 */
final class RunHistory {

    private static final HistoryAnswer NOTHING = new HistoryAnswer(List.of(), List.of(), 0, 0);

    private final SecretScanner scanner;
    private final CacheFolder cache;
    private final Watch watch;

    RunHistory(SecretScanner scanner, CacheFolder cache, Watch watch) {
        this.scanner = scanner;
        this.cache = cache;
        this.watch = watch;
    }

    /** Empty where the folder is no repository. */
    Optional<ToolRun> run(Path root, Settings settings) throws IOException {
        watch.begins(ToolRun.HISTORY, 0);
        try {
            var answer = answer(root, settings.commits());
            return answer.equals(NOTHING) ? Optional.empty() : Optional.of(told(answer, settings));
        } finally {
            watch.ended(ToolRun.HISTORY);
        }
    }

    private HistoryAnswer answer(Path root, int commits) throws IOException {
        var store =
                AnswerStore.open(
                        cache,
                        ContentDigests.hex(root + "\n" + ToolRun.HISTORY).substring(0, 32),
                        HistoryAnswer.class,
                        NOTHING);
        var key =
                ContentDigests.hex(scanner.version() + scanner.ruleDigest() + commits + refs(root));
        var known = store.find(key);
        if (known == null) {
            var usual = SecretHistory.Bounds.USUAL;
            known =
                    new SecretHistory(
                                    scanner,
                                    new SecretHistory.Bounds(
                                            commits, usual.blobs(), usual.bytesPerBlob()))
                            .scan(root);
            if (known.leftOut().isEmpty()) {
                store.keep(key, known);
            }
        }
        store.close();
        return known;
    }

    /** All that decides which commits there are. */
    private static String refs(Path root) throws IOException {
        try (var repository = ProjectRepository.around(root).orElse(null)) {
            return repository == null ? "" : repository.refs();
        }
    }

    private ToolRun told(HistoryAnswer answer, Settings settings) {
        var sorted = new SortFindings(ToolRun.HISTORY, settings);
        var exclusions = settings.exclusions();
        for (var historic : answer.findings()) {
            if (historic.inNewest()) {
                continue;
            }
            var excluded = exclusions.reason(path(historic.finding()));
            if (excluded.isPresent()) {
                sorted.removed(historic.finding(), excluded.get());
            } else {
                sorted.found(List.of(historic.finding()));
            }
        }
        var whole = answer.leftOut().stream().allMatch(each -> each.reason() == Reason.TOO_LARGE);
        return new ToolRun(
                scanner.kind(),
                ToolRun.HISTORY,
                scanner.version(),
                scanner.ruleDigest(),
                new ToolRun.Outcome.Looked(whole),
                answer.blobs(),
                sorted.findings(),
                sorted.removed(),
                answer.leftOut(),
                List.of(),
                scanner.rules().stream()
                        .collect(Collectors.toMap(ScannerRule::id, Function.identity())));
    }

    private static String path(ReportedFinding finding) {
        var place = finding.primaryLocation();
        return place == null ? "" : place.path();
    }
}
