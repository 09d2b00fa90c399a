package dev.touchstone.cli.scan;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.settings.Settings.Part;
import dev.touchstone.scanners.SpotBugsScanner;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.code.CodeScanner;
import dev.touchstone.scanners.infrastructure.InfrastructureScanner;
import dev.touchstone.scanners.secrets.SecretScanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scanners that ship, in the order in which they are told of. */
final class EmbeddedScanners {

    private EmbeddedScanners() {}

    static Map<Part, TreeScanner> ofFiles(Terminal terminal) {
        var scanners = new LinkedHashMap<Part, TreeScanner>();
        scanners.put(Part.SECRETS, new SecretScanner());
        scanners.put(Part.INFRASTRUCTURE, new InfrastructureScanner());
        scanners.put(Part.CODE, new CodeScanner());
        return scanners;
    }

    static SpotBugsScanner ofBytecode(int minutes, int megabytes) {
        var home = System.getProperty("touchstone.home", ".");
        return new SpotBugsScanner(
                Path.of(home, "build", "tools", "spotbugs"),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                new SpotBugsScanner.Bounds(Duration.ofMinutes(minutes), megabytes));
    }
}
