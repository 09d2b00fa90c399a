package dev.touchstone.cli.scan;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.settings.HoldingSettings;
import dev.touchstone.scanners.secrets.SecretScanner;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;

/** Scans what is staged: what can be said of single files, within a moment. */
public final class ScanStaged {

    private final Terminal terminal;

    public ScanStaged(Terminal terminal) {
        this.terminal = terminal;
    }

    public ScanResult scan(ScannedTree tree, HoldingSettings holding)
            throws IOException, InterruptedException {
        return new RunScanners(
                        CacheFolder.none(),
                        Watch.NOBODY,
                        Runtime.getRuntime().availableProcessors())
                .run(
                        tree,
                        null,
                        holding,
                        new ScanParts(
                                EmbeddedScanners.ofFiles(new SecretScanner()),
                                EmbeddedScanners.key(terminal),
                                null,
                                null,
                                null));
    }
}
