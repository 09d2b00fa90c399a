package dev.touchstone.engine.policy;

/** A compiled CEL expression of a rule. */
public final class Condition {

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    /** The expression as the policy's author wrote it. */
    public String text() {
        return text;
    }
}
