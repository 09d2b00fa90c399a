package dev.touchstone.scanners;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.util.List;

/**
 * An embedded scanner that reads files itself, a unit at a time. What it says of a unit depends on
 * nothing but the paths and contents of the unit's files and its own rules, so that an answer can
 * be kept and used again. Safe for use by several threads.
 */
public interface TreeScanner {

    ScannerKind kind();

    /** The name that its reports carry. */
    String name();

    /** Version of its code: changes when the same rules would answer otherwise. */
    String version();

    /** SHA-256 (hex) over all that its rules say and look for. */
    String ruleDigest();

    List<ScannerRule> rules();

    /** Groups of files that are looked at together; each list is in the order of paths. */
    List<List<ScannedFile>> units(ScannedTree tree);

    UnitAnswer scan(ScannedTree tree, List<ScannedFile> unit) throws IOException;
}
