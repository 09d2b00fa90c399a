package dev.touchstone.bench.accuracy;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.tree.FolderTree;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.TreeBounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs an embedded scanner over a folder, without what builds leave there. */
final class ScanAll {

    private ScanAll() {}

    static List<ReportedFinding> below(Path folder, TreeScanner scanner) throws IOException {
        var tree =
                FolderTree.walk(
                        folder,
                        TreeBounds.DEFAULT,
                        path ->
                                path.startsWith("target/") || path.contains("/target/")
                                        ? Optional.of("made by a build")
                                        : Optional.empty());
        var findings = new ArrayList<ReportedFinding>();
        for (List<ScannedFile> unit : scanner.units(tree)) {
            findings.addAll(scanner.scan(tree, unit).findings());
        }
        return findings;
    }
}
