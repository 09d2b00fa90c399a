package dev.touchstone.server.foundation.catalog;

import dev.touchstone.server.foundation.guard.Refusal;
import java.util.regex.Pattern;

/**
 * The id that people see: key of the application, letter of the kind, number in the application,
 * for example {@code MBANK-F-4817}.
 */
public record VisibleId(String key, Letter letter, long number) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{1,11})-([A-Z])-([1-9][0-9]{0,17})");

    /** The kind of a thing. */
    public enum Letter {
        /** Finding. */
        F,
        /** Run. */
        R,
        /** Gate decision. */
        D,
        /** Uploaded report. */
        U,
        /** Waiver. */
        W
    }

    /**
     * @throws Refusal.NotFound when the text is no id of that kind
     */
    public static VisibleId parse(String text, Letter letter) {
        var match = FORM.matcher(text);
        if (!match.matches() || !match.group(2).equals(letter.name())) {
            throw new Refusal.NotFound();
        }
        return new VisibleId(match.group(1), letter, Long.parseLong(match.group(3)));
    }

    @Override
    public String toString() {
        return key + "-" + letter + "-" + number;
    }
}
