package dev.touchstone.engine.policy;

/** Writes a decision as JSON, always in the same order. */
public final class GateJson {

    private GateJson() {}

    public static byte[] write(GateDecision decision) {
        throw new UnsupportedOperationException();
    }
}
