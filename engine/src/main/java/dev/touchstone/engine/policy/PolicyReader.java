package dev.touchstone.engine.policy;

/** Reads a policy from YAML and compiles its expressions; see docs/formats/policy.md. */
public final class PolicyReader {

    /** Never throws for a wrong text: everything wrong comes back with its place. */
    public PolicyReading read(String yaml) {
        throw new UnsupportedOperationException();
    }
}
