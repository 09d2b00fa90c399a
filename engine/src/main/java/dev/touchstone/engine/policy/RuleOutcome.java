package dev.touchstone.engine.policy;

import dev.touchstone.contract.Severity;
import dev.touchstone.contract.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says.
 *
 * @param text the CEL expression; null for a rule that only needs runs
 * @param effectiveMode the mode after the measured precision was looked at
 * @param named true when the organisation chose to block whatever the precision
 * @param why in one sentence for people
 * @param hitCount all hits; {@code hits} lists at most {@link EvaluateGate#LISTED_HITS} of them
 * @param facts those that the verdict rests on, unknown ones included
 */
public record RuleOutcome(
        String id,
        Text title,
        @Nullable String text,
        Mode mode,
        Mode effectiveMode,
        boolean named,
        Verdict verdict,
        Text why,
        int hitCount,
        List<Hit> hits,
        List<NamedFact> facts,
        @Nullable Text mend) {

    public RuleOutcome {
        hits = List.copyOf(hits);
        facts = List.copyOf(facts);
    }

    /**
     * A finding for which the condition is true, with the value of every part of it.
     *
     * @param finding null where the condition is asked once
     * @param precision what is known of the scanner's rule; null when nothing is
     * @param waiver id of the waiver that covers it, or ACCEPTED for an accepted risk
     */
    public record Hit(
            @Nullable String finding,
            Verdict verdict,
            @Nullable String tool,
            @Nullable String rule,
            @Nullable Severity severity,
            @Nullable String title,
            @Nullable String path,
            @Nullable Integer line,
            @Nullable Precision precision,
            @Nullable String waiver,
            List<Value> values) {

        public Hit {
            values = List.copyOf(values);
        }
    }

    /** Measured precision of the scanner's rule behind a hit. */
    public record Precision(double value, int judgements) {}

    /**
     * A part of the expression and what it came to.
     *
     * @param depth 0 for the whole, 1 for its parts, and so on
     */
    public record Value(String expression, String value, int depth) {}

    /** A fact by name, as text. */
    public record NamedFact(String name, String value) {}
}
