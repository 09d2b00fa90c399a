package dev.touchstone.server.foundation.guard;

import java.io.IOException;

/** A body without a stated length has passed the limit while it was read. */
final class BodyTooLarge extends IOException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("body over " + limit + " bytes");
        this.limit = limit;
    }

    String sentence() {
        return sentence(limit);
    }

    static String sentence(long limit) {
        return "The body is larger than %d bytes, which is the limit for JSON; nothing was changed. Send less at once."
                .formatted(limit);
    }
}
