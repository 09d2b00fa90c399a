package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.server.delivery.runs.Run;

/** One run on its way into the store; lives in one transaction. */
public interface Merge {

    /** Takes the next result of the report. */
    void add(ReportedFinding finding);

    /** The report says that the look was not whole: what it does not name is not gone. */
    void sawOnlyAPart();

    /**
     * Numbers the run, writes what differs from what the line had, and says how much that was. The
     * application is locked from here on until the transaction ends.
     */
    Run finish();
}
