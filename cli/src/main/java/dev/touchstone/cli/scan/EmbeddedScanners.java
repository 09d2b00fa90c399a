package dev.touchstone.cli.scan;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.settings.Settings.Part;
import dev.touchstone.scanners.SpotBugsScanner;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.code.CodeScanner;
import dev.touchstone.scanners.infrastructure.InfrastructureScanner;
import dev.touchstone.scanners.secrets.SecretKey;
import dev.touchstone.scanners.secrets.SecretScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The scanners that ship, in the order in which they are told of. */
final class EmbeddedScanners {

    private EmbeddedScanners() {}

    /** Reading and compiling the rules takes most of a short scan, so it happens side by side. */
    static Map<Part, TreeScanner> ofFiles(SecretScanner secrets) {
        var infrastructure = CompletableFuture.supplyAsync(InfrastructureScanner::new);
        var code = new CodeScanner();
        var scanners = new LinkedHashMap<Part, TreeScanner>();
        scanners.put(Part.SECRETS, secrets);
        scanners.put(Part.INFRASTRUCTURE, infrastructure.join());
        scanners.put(Part.CODE, code);
        return scanners;
    }

    /** Null, and said, when it cannot be had: secrets are then not compared with each other. */
    static @Nullable SecretKey key(Terminal terminal) {
        try {
            return SecretKey.ofUser(
                    terminal.environment(), Path.of(terminal.environment("HOME", ".")));
        } catch (IOException unreadable) {
            terminal.note("scan.noKey", String.valueOf(unreadable.getMessage()));
            return null;
        }
    }

    static SpotBugsScanner ofBytecode(int minutes, int megabytes) {
        var home = System.getProperty("touchstone.home", ".");
        return new SpotBugsScanner(
                Path.of(home, "build", "tools", "spotbugs"),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                new SpotBugsScanner.Bounds(Duration.ofMinutes(minutes), megabytes));
    }
}
