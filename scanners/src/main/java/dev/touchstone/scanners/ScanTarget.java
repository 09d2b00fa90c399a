package dev.touchstone.scanners;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be scanned.
 *
 * @param root the folder; reported paths are relative to it
 * @param classpath libraries that the scanned code needs, as far as the caller knows them
 */
public record ScanTarget(Path root, List<Path> classpath) {

    public ScanTarget {
        root = root.toAbsolutePath().normalize();
        classpath = List.copyOf(classpath);
    }

    public static ScanTarget of(Path root) {
        return new ScanTarget(root, List.of());
    }
}
