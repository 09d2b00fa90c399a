package dev.touchstone.server.delivery.intake;

import dev.touchstone.server.foundation.guard.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of reports ends. */
record ReportCursor(Instant receivedAt, long applicationId, long number) {

    private static final ReportCursor START =
            new ReportCursor(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE, Long.MAX_VALUE);

    static ReportCursor of(Report last) {
        return new ReportCursor(last.receivedAt(), last.applicationId(), last.number());
    }

    static ReportCursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) return START;
        try {
            var parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII)
                            .split(" ", -1);
            return new ReportCursor(
                    Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException
                | DateTimeException
                | ArrayIndexOutOfBoundsException wrong) {
            throw new Refusal.Invalid(
                    "cursor", "This is no cursor of this list. Start again without a cursor.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (receivedAt + " " + applicationId + " " + number)
                                .getBytes(StandardCharsets.US_ASCII));
    }
}
