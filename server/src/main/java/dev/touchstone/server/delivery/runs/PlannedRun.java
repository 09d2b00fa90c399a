package dev.touchstone.server.delivery.runs;

import org.jspecify.annotations.Nullable;

/**
 * A run whose place among the others is known, before it has a number.
 *
 * @param previous what the code line stood on before, in the same series
 * @param history true when the line stands on a later commit already
 * @param base run of the target line that a merge request's findings are the difference to
 */
public record PlannedRun(
        NewRun about, long seriesId, @Nullable Run previous, boolean history, @Nullable Run base) {

    /** The same run, as complete as it turned out to be. */
    public PlannedRun as(boolean complete) {
        if (complete == about.complete()) return this;
        var other =
                new NewRun(
                        about.line(),
                        about.commit(),
                        about.tool(),
                        about.toolVersion(),
                        about.ruleDigest(),
                        about.kind(),
                        complete,
                        about.scope(),
                        about.reportNumber(),
                        about.startedAt());
        return new PlannedRun(other, seriesId, previous, history, base);
    }
}
