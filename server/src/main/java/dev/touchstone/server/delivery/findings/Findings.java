package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.runs.PlannedRun;
import dev.touchstone.server.delivery.runs.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs found, told apart over commits, lines and renamed files. */
public interface Findings {

    /**
     * Begins to merge a run; the code line must be locked by this transaction.
     *
     * @param renames old path to new path since the run before
     */
    Merge merge(PlannedRun run, Map<String, String> renames);

    /**
     * The same, with what was read in advance.
     *
     * @param known of a plan with the same series and base
     */
    Merge merge(PlannedRun run, Map<String, String> renames, KnownBefore known);

    /** Reads in advance what a run will be compared with; the code line must be locked. */
    KnownBefore known(PlannedRun run);

    /**
     * Every finding that the run saw, open or decided.
     *
     * @param base the run that "new" is measured against; null where there is none
     */
    List<PresentFinding> seenBy(Run run, @Nullable Run base);
}
