package dev.touchstone.bench.peers;

import dev.touchstone.scanners.secrets.SecretScanner;
import dev.touchstone.scanners.tree.FolderTree;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.TreeBounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Scans a folder with the secret rules on all cores and prints a line for each finding; a program
 * of its own, so that its start counts as that of the peer does.
 */
public final class SecretsOfFolder {

    private static final int CHUNK = 64;

    private SecretsOfFolder() {}

    public static void main(String[] folder) throws Exception {
        var scanner = new SecretScanner();
        var tree =
                FolderTree.walk(
                        Path.of(folder[0]).toAbsolutePath(),
                        TreeBounds.DEFAULT,
                        path -> Optional.empty());
        List<List<ScannedFile>> units = scanner.units(tree);
        try (var cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var waiting = new ArrayList<Future<List<String>>>();
            for (int from = 0; from < units.size(); from += CHUNK) {
                var chunk = units.subList(from, Math.min(units.size(), from + CHUNK));
                waiting.add(cores.submit(() -> lines(scanner, tree, chunk)));
            }
            for (var lines : waiting) {
                lines.get().forEach(System.out::println);
            }
        }
    }

    private static List<String> lines(
            SecretScanner scanner, FolderTree tree, List<List<ScannedFile>> units)
            throws Exception {
        var lines = new ArrayList<String>();
        for (List<ScannedFile> unit : units) {
            for (var finding : scanner.scan(tree, unit).findings()) {
                var place = finding.locations().getFirst();
                lines.add(place.path() + "\t" + place.startLine() + "\t" + finding.ruleId());
            }
        }
        return lines;
    }
}
