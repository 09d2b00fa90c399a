package dev.touchstone.cli;

/** Exit codes; scripts depend on them. */
public final class Exit {

    public static final int PASS = 0;

    /** Blocked, or not valid. */
    public static final int BLOCKED = 1;

    /** Wrong use, or input that cannot be read. */
    public static final int WRONG_USE = 2;

    /** A required fact is missing or too old. */
    public static final int NO_DATA = 3;

    public static final int NOT_REACHED = 4;

    private Exit() {}
}
