package dev.touchstone.bench.peers;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.infrastructure.InfrastructureScanner;
import dev.touchstone.scanners.tree.FolderTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what the infrastructure rules find below a folder: path, line, rule, checks of the peer. */
final class InfrastructureOfFolder {

    private InfrastructureOfFolder() {}

    public static void main(String[] folder) throws Exception {
        var tree = FolderTree.walk(Path.of(folder[0]));
        var scanner = new InfrastructureScanner();
        Map<String, List<String>> same = new HashMap<>();
        var out = new StringBuilder();
        for (var unit : scanner.units(tree)) {
            for (ReportedFinding finding : scanner.scan(tree, unit).findings()) {
                CodeLocation place = finding.locations().getFirst();
                out.append(place.path())
                        .append('\t')
                        .append(place.startLine())
                        .append('\t')
                        .append(finding.ruleId())
                        .append('\t')
                        .append(
                                String.join(
                                        ",",
                                        same.computeIfAbsent(finding.ruleId(), scanner::sameAs)))
                        .append('\n');
            }
        }
        System.out.print(out);
    }
}
