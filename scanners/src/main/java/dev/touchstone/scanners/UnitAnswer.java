package dev.touchstone.scanners;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.tree.LeftOut;
import java.util.List;

/**
 * What a scanner says of one unit.
 *
 * @param findings in the order of path, line, column, rule; texts in English, the rule has both
 *     languages
 * @param ignored findings that an inline comment of the project removed, with the reason it gives
 * @param leftOut files of the unit that could not be looked at
 */
public record UnitAnswer(
        List<ReportedFinding> findings, List<Ignored> ignored, List<LeftOut> leftOut) {

    public static final UnitAnswer NOTHING = new UnitAnswer(List.of(), List.of(), List.of());

    public UnitAnswer {
        findings = List.copyOf(findings);
        ignored = List.copyOf(ignored);
        leftOut = List.copyOf(leftOut);
    }

    /** A finding that the project itself waved through. */
    public record Ignored(ReportedFinding finding, String reason) {}
}
