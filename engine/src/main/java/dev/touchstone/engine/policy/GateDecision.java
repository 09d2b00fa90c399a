package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about facts, with every reason. Equal policy and facts give an equal decision,
 * byte for byte when written by {@link GateJson}.
 *
 * @param rules from the worst to the best verdict, equal ones by id
 * @param next what to do now, the most urgent first
 */
public record GateDecision(
        Verdict verdict,
        @Nullable Stage stage,
        PolicyName policy,
        Facts.MergeBase mergeBase,
        List<RuleOutcome> rules,
        List<NextStep> next) {

    public GateDecision {
        rules = List.copyOf(rules);
        next = List.copyOf(next);
    }

    /** Which text of which policy was asked. */
    public record PolicyName(String id, String version, String digest) {}

    /**
     * @param where {@code path:line}, or the kind of scan that is missing
     */
    public record NextStep(Kind kind, Text what, String where, String rule) {

        /** What kind of work it is. */
        public enum Kind {
            MEND_LINE,
            RUN_SCAN,
            GIVE_FACT
        }
    }
}
