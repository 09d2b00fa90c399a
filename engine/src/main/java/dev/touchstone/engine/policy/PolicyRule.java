package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy.
 *
 * @param needs runs without which the rule says NO_DATA or STALE instead of PASS
 * @param eachFinding true when the condition is asked for every finding, false when once
 * @param when hits where it is true; null for a rule that only needs runs
 * @param atMost number of hits that are still let through
 * @param minimumPrecision below it BLOCK is lowered to WARN, unless the rule is named
 * @param named true when the organisation chose to block whatever the measured precision
 * @param onUnknown verdict when a fact that decides is missing: NO_DATA, WARN or BLOCK
 * @param mend how to mend a hit
 */
public record PolicyRule(
        String id,
        Text title,
        Set<Stage> stages,
        List<Need> needs,
        boolean eachFinding,
        @Nullable Condition when,
        int atMost,
        Mode mode,
        MinimumPrecision minimumPrecision,
        boolean named,
        Verdict onUnknown,
        @Nullable Text mend) {

    public PolicyRule {
        stages = Set.copyOf(stages);
        needs = List.copyOf(needs);
    }
}
