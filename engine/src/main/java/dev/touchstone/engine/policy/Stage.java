package dev.touchstone.engine.policy;

/** Where in the way of a change a gate stands. */
public enum Stage {
    COMMIT,
    BUILD,
    TEST,
    RELEASE,
    RUN
}
