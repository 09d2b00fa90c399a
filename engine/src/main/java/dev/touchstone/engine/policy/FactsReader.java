package dev.touchstone.engine.policy;

/** Reads facts from JSON; see docs/formats/facts.md. */
public final class FactsReader {

    /** Never throws for a wrong text: everything wrong comes back with its place. */
    public FactsReading read(String json) {
        throw new UnsupportedOperationException();
    }
}
