package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.foundation.guard.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of findings ends.
 *
 * @param key the value that the list is sorted by, as PostgreSQL writes it
 */
record FindingCursor(FindingSort sort, String key, long applicationId, long number) {

    static @Nullable FindingCursor parse(@Nullable String text, FindingSort sort) {
        if (text == null || text.isEmpty()) return null;
        try {
            var parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split("\n", 4);
            var cursor =
                    new FindingCursor(
                            FindingSort.valueOf(parts[0]),
                            parts[3],
                            Long.parseLong(parts[1]),
                            Long.parseLong(parts[2]));
            if (cursor.sort != sort) throw new IllegalArgumentException("another order");
            return cursor;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            throw new Refusal.Invalid(
                    "cursor", "This is no cursor of this list. Start again without a cursor.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (sort + "\n" + applicationId + "\n" + number + "\n" + key)
                                .getBytes(StandardCharsets.UTF_8));
    }
}
