package dev.touchstone.server.foundation.guard;

import java.io.IOException;

/** A body without a stated length has passed the limit while it was read. */
final class BodyTooLarge extends IOException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("body over " + limit + " bytes");
        this.limit = limit;
    }

    Sentence sentence() {
        return sentence(limit);
    }

    static Sentence sentence(long limit) {
        return Sentence.of(
                "The body is larger than %d bytes, which is the limit for JSON; nothing was changed. Send less at once.",
                limit);
    }
}
