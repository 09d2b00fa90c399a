package dev.touchstone.cli.report;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to mend: a rule's findings, or one secret in however many places.
 *
 * @param precision how often the rule was right; null when nobody has judged
 * @param why why it matters; null for a program of others
 * @param mend how to mend it; null for a program of others
 */
public record WorkItem(
        String tool,
        String rule,
        Severity severity,
        Text title,
        @Nullable Precision precision,
        List<ReportedFinding> findings,
        @Nullable Text why,
        @Nullable Text mend) {

    private static final double PRECISE = 0.9;
    private static final int ENOUGH = 20;

    public WorkItem {
        findings = List.copyOf(findings);
    }

    /** Judged hits of a rule. */
    public record Precision(int right, int judged) {

        public double value() {
            return judged == 0 ? 0 : (double) right / judged;
        }
    }

    /** Whether the rule has earned trust: the same measure that lets it block. */
    public boolean isPrecise() {
        return precision != null && precision.judged() >= ENOUGH && precision.value() >= PRECISE;
    }
}
