package dev.touchstone.formats;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;

/**
 * Receives what a SARIF file holds, in the order of the file: each run, then its findings. Nothing
 * is called before the whole file was found to be valid.
 */
public interface SarifSink {
    void run(ReportedRun run);

    void finding(ReportedFinding finding);
}
