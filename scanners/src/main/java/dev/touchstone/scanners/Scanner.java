package dev.touchstone.scanners;

import dev.touchstone.contract.ScannerKind;
import java.io.IOException;
import java.nio.file.Path;

/** A program that looks for weaknesses in a folder and writes SARIF 2.1.0. */
public interface Scanner {

    ScannerKind kind();

    /** The name that its reports carry. */
    String name();

    String version();

    /** Whether there is something to look at and something to look with. */
    Readiness readiness(ScanTarget target);

    /**
     * Looks at the target; a scanner that is not ready says so instead.
     *
     * @param report where the SARIF file is to lie; paths in it are relative to the target's root
     */
    ScanOutcome scan(ScanTarget target, Path report) throws IOException, InterruptedException;
}
