package dev.touchstone.scanners.secrets;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.List;

/**
 * What the history of a repository holds.
 *
 * @param findings in the order of path, line, column, rule
 * @param leftOut what could not be looked at, and why; a repository that is refused is one of them
 * @param commits that were looked at
 * @param blobs different contents that were looked at
 */
public record HistoryAnswer(
        List<Historic> findings, List<LeftOut> leftOut, int commits, int blobs) {

    public HistoryAnswer {
        findings = List.copyOf(findings);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A secret in the history.
     *
     * @param finding its place is that in the first commit that has it
     * @param firstCommit full id
     * @param inNewest whether the newest commit still has it, in whichever file
     */
    public record Historic(ReportedFinding finding, String firstCommit, boolean inNewest) {}
}
