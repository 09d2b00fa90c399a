package dev.touchstone.engine.policy;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about facts, with every reason. Equal policy and facts give an equal decision,
 * byte for byte when written by {@link GateJson}.
 *
 * @param rules those of the stage, from the worst to the best verdict, equal ones by id
 * @param inputs the runs that were among the facts
 * @param next what to do now, the most urgent first
 */
public record GateDecision(
        Verdict verdict,
        @Nullable Stage stage,
        PolicyName policy,
        Facts.MergeBase mergeBase,
        List<RuleOutcome> rules,
        List<Input> inputs,
        List<NextStep> next) {

    public GateDecision {
        rules = List.copyOf(rules);
        inputs = List.copyOf(inputs);
        next = List.copyOf(next);
    }

    /** Which text of which policy was asked. */
    public record PolicyName(String id, String version, String digest) {}

    /** A run that was read, with the digests of its rules and of its raw report. */
    public record Input(
            String run,
            ScannerKind kind,
            String tool,
            @Nullable String commit,
            @Nullable String ruleDigest,
            @Nullable String digest) {}

    /**
     * @param where {@code path:line}, the kind of scan, or the name of the fact
     * @param rule of the policy
     */
    public record NextStep(
            Kind kind, Text what, String where, String rule, @Nullable String finding) {

        /** What kind of work it is. */
        public enum Kind {
            MEND_LINE,
            RUN_SCAN,
            GIVE_FACT
        }
    }
}
