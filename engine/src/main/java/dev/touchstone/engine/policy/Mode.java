package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;

/** What a hit of a rule leads to. */
public enum Mode {
    /** Shown, without effect on the verdict. */
    MONITOR,
    WARN,
    BLOCK;

    Verdict verdictOfAHit() {
        return switch (this) {
            case MONITOR -> Verdict.PASS;
            case WARN -> Verdict.WARN;
            case BLOCK -> Verdict.BLOCK;
        };
    }
}
