package dev.touchstone.server.foundation.guard;

import java.util.List;
import java.util.Locale;

/**
 * A sentence for a person, in the languages of the product: written in English where it is said, in
 * Chinese in one catalogue.
 *
 * @param english pattern by the rules of {@link String#format}
 * @param values may be sentences themselves
 */
public record Sentence(String english, List<Object> values) {

    private static final Sentence NOBODY_KNOWN = Sentence.of("the security administrator");

    public Sentence {
        values = List.copyOf(values);
    }

    public static Sentence of(String english, Object... values) {
        return new Sentence(english, List.of(values));
    }

    /** The names of those who can help, or who it is in general. */
    public static Object whom(List<String> names) {
        return names.isEmpty() ? NOBODY_KNOWN : String.join(", ", names);
    }

    /** In that language; English where there is no other. */
    public String in(Locale language) {
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        String pattern = chinese ? ChineseSentences.of(english) : english;
        return values.isEmpty()
                ? pattern
                : String.format(
                        Locale.ROOT,
                        pattern,
                        values.stream()
                                .map(
                                        value ->
                                                value instanceof Sentence part
                                                        ? part.in(language)
                                                        : value)
                                .toArray());
    }
}
