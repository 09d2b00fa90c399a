package dev.touchstone.server.foundation.access;

import dev.touchstone.server.foundation.guard.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What names and logins look like. */
final class Texts {

    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,63}";

    private Texts() {}

    static String name(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > 100
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal.Invalid(
                    field, "A name has 1 to 100 characters and no control characters.");
        }
        return stripped;
    }

    static @Nullable String optionalName(String field, @Nullable String text) {
        return text == null ? null : name(field, text);
    }

    static String login(String field, String text) {
        String login = canonicalLogin(text);
        if (!login.matches(LOGIN)) {
            throw new Refusal.Invalid(
                    field,
                    "A login has 2 to 64 of: small letters, digits, dot, dash, underline; it begins with a letter or digit.");
        }
        return login;
    }

    static String canonicalLogin(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** A number that a cursor carries. */
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new Refusal.Invalid(
                    "cursor", "This is no cursor of this list. Start again without a cursor.");
        }
    }
}
