package dev.touchstone.server.delivery.runs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of runs ends. */
record RunCursor(Instant mergedAt, long applicationId, long number) {

    private static final RunCursor START =
            new RunCursor(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE, Long.MAX_VALUE);

    static RunCursor of(Run last) {
        return new RunCursor(last.mergedAt(), last.applicationId(), last.number());
    }

    /**
     * @throws IllegalArgumentException when the text is not one of ours
     */
    static RunCursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) return START;
        var parts =
                new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII)
                        .split(" ", -1);
        if (parts.length != 3) throw new IllegalArgumentException("three parts expected");
        try {
            return new RunCursor(
                    Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (java.time.format.DateTimeParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (mergedAt + " " + applicationId + " " + number)
                                .getBytes(StandardCharsets.US_ASCII));
    }
}
