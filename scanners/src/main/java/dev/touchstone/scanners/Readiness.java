package dev.touchstone.scanners;

/** Whether a scanner can look at a target. */
public sealed interface Readiness {

    record Ready() implements Readiness {}

    /**
     * @param detail a path or name that makes the cause plain
     */
    record NotReady(Cause cause, String detail) implements Readiness {}

    /** Why a scanner cannot run. */
    enum Cause {
        /** Bytecode is looked at, and none was found. */
        NOT_COMPILED,
        /** The scanner's own files are absent. */
        TOOL_ABSENT,
        /** Started by root, and there is no account to step down to. */
        NO_ACCOUNT
    }
}
