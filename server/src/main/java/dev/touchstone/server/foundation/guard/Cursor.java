package dev.touchstone.server.foundation.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The place in a sorted list where the next part begins, as an opaque word for the caller. */
public final class Cursor {

    private Cursor() {}

    /** The keys of the last row that was given out. */
    public static String after(Object... keys) {
        String joined = Stream.of(keys).map(String::valueOf).collect(Collectors.joining("\0"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws Refusal.Invalid when the word was not made by {@link #after} with that many keys
     */
    public static List<String> read(String cursor, int keys) {
        try {
            byte[] joined = Base64.getUrlDecoder().decode(cursor);
            var parts = List.of(new String(joined, StandardCharsets.UTF_8).split("\0", -1));
            if (parts.size() == keys) {
                return parts;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, like any other word that is no cursor
        }
        throw new Refusal.Invalid(
                "cursor", "This is no cursor of this list. Start again without a cursor.");
    }
}
