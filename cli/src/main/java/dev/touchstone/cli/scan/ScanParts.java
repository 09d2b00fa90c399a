package dev.touchstone.cli.scan;

import dev.touchstone.cli.settings.Settings.Part;
import dev.touchstone.scanners.SpotBugsScanner;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.bills.BillOptions;
import dev.touchstone.scanners.secrets.SecretKey;
import dev.touchstone.scanners.secrets.SecretScanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run over a tree; null leaves a part out.
 *
 * @param ofFiles in the order in which they are told of
 * @param key under which secrets are compared
 */
record ScanParts(
        Map<Part, TreeScanner> ofFiles,
        @Nullable SecretKey key,
        @Nullable SecretScanner history,
        @Nullable Bytecode bytecode,
        @Nullable BillOptions bill) {

    /**
     * @param classpath libraries of the code
     */
    record Bytecode(SpotBugsScanner scanner, List<Path> classpath) {}
}
