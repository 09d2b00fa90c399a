package dev.touchstone.scanners;

import dev.touchstone.scanners.tree.Exclusions;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be scanned.
 *
 * @param root the folder; reported paths are relative to it
 * @param classpath libraries that the scanned code needs, as far as the caller knows them
 * @param exclusions which files are not looked at
 */
public record ScanTarget(Path root, List<Path> classpath, Exclusions exclusions) {

    public ScanTarget {
        root = root.toAbsolutePath().normalize();
        classpath = List.copyOf(classpath);
    }

    public ScanTarget(Path root, List<Path> classpath) {
        this(root, classpath, Exclusions.NONE);
    }

    public static ScanTarget of(Path root) {
        return new ScanTarget(root, List.of());
    }
}
