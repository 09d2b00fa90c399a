package dev.touchstone.engine.policy;

/**
 * How much work one evaluation may do, so that a hostile policy ends. It counts nodes, not time:
 * the same policy and facts end at the same rule on every machine, and because equal questions are
 * asked once, in whatever order the findings come.
 */
final class WorkBudget {

    private static final long WHOLE = 20_000_000;

    private long left = WHOLE;

    /** False when nothing is left. */
    boolean take(long work) {
        left -= work;
        return left >= 0;
    }

    boolean isSpent() {
        return left < 0;
    }
}
