package dev.touchstone.contract;

/**
 * Outcome of a rule or of a whole gate decision, from the best to the worst: the worst rule
 * decides. BYPASSED stands outside of that order: a person let the change pass without the gate.
 */
public enum Verdict {
    PASS,
    PASS_WITH_WAIVERS,
    WARN,
    STALE,
    NO_DATA,
    BLOCK,
    BYPASSED;

    /** The worse of two verdicts of rules. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Exit code of the command line: 0 go on, 1 stop, 3 a required fact is missing or too old. */
    public int exitCode() {
        return switch (this) {
            case PASS, PASS_WITH_WAIVERS, WARN, BYPASSED -> 0;
            case BLOCK -> 1;
            case STALE, NO_DATA -> 3;
        };
    }
}
