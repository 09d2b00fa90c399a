package dev.touchstone.engine.policy;

/** Judges facts by a policy; the only code that decides, in server and command line alike. */
public final class EvaluateGate {

    /** Hits beyond this number are counted, not listed. */
    public static final int LISTED_HITS = 200;

    private EvaluateGate() {}

    public static GateDecision evaluate(Policy policy, Facts facts) {
        throw new UnsupportedOperationException();
    }
}
