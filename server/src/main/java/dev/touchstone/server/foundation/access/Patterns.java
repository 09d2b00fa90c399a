package dev.touchstone.server.foundation.access;

import org.jspecify.annotations.Nullable;

/** Search texts as patterns of LIKE. */
final class Patterns {

    private Patterns() {}

    static @Nullable String contains(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return "%"
                + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                + "%";
    }
}
