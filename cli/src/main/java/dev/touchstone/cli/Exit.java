package dev.touchstone.cli;

/** Exit codes; scripts depend on them. */
final class Exit {

    static final int PASS = 0;

    /** Blocked, or not valid. */
    static final int BLOCKED = 1;

    /** Wrong use, or input that cannot be read. */
    static final int WRONG_USE = 2;

    /** A required fact is missing or too old. */
    static final int NO_DATA = 3;

    static final int NOT_REACHED = 4;

    private Exit() {}
}
