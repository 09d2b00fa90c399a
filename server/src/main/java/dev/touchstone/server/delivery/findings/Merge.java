package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.server.delivery.runs.Delta;

/** One run on its way into the store; lives in one transaction. */
public interface Merge {

    /** Takes the next result of the report. */
    void add(ReportedFinding finding);

    /** Writes what differs from what the line had, and says how much that was. */
    Delta finish();
}
