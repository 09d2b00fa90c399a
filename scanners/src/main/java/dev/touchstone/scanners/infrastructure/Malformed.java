package dev.touchstone.scanners.infrastructure;

import dev.touchstone.scanners.tree.LeftOut;

/** A text that is not of its format; the rest of the tree goes on. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient LeftOut.Reason reason;

    Malformed(int line, String what) {
        this(LeftOut.Reason.MALFORMED, "line " + line + ": " + what);
    }

    Malformed(LeftOut.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    LeftOut in(String path) {
        return new LeftOut(path, reason, String.valueOf(getMessage()));
    }
}
