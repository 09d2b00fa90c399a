package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.runs.Run;
import java.util.List;
import java.util.Objects;

/**
 * What a code line holds now.
 *
 * @param series the line's own
 * @param baseSeries those of the target lines that a merge request's rows are the difference to
 * @param baseRuns the run of each of them at which the merge request left it
 */
record LineSet(List<Long> series, List<Long> baseSeries, List<Long> baseRuns) {

    /**
     * @param heads newest run of each series of the line
     * @param bases the base runs of those that have one
     */
    static LineSet of(List<Run> heads, List<Run> bases) {
        return new LineSet(
                heads.stream().map(Run::seriesId).toList(),
                bases.stream().map(Run::seriesId).toList(),
                bases.stream().map(Run::number).map(Objects::requireNonNull).toList());
    }
}
