package dev.touchstone.formats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes texts of a report fit to be stored and shown. */
final class Texts {
    static final int MOST_ID = 500;
    static final int MOST_TITLE = 200;
    static final int MOST_MESSAGE = 10_000;
    static final int MOST_SNIPPET = 4_000;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Texts() {}

    /** Without characters that no database stores, and no longer than {@code most}. */
    static String clean(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most - 1) + "…";
        for (int i = 0; i < cut.length(); i++) {
            if (mustGo(cut, i)) return replaced(cut);
        }
        return cut;
    }

    static @Nullable String cleanOrNull(@Nullable String text, int most) {
        return text == null ? null : clean(text, most);
    }

    private static boolean mustGo(String text, int i) {
        char c = text.charAt(i);
        if (c >= ' ' && c < Character.MIN_SURROGATE) return false;
        if (c < ' ') return c != '\n' && c != '\r' && c != '\t';
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String replaced(String text) {
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (mustGo(text, i)) replaced.setCharAt(i, '\uFFFD');
        }
        return replaced.toString();
    }

    /** One line of at most {@value #MOST_TITLE} characters. */
    static String title(String text) {
        return clean(
                isOneLine(text) ? text : SPACE.matcher(text).replaceAll(" ").strip(), MOST_TITLE);
    }

    /** True for nearly every title: nothing is to be done then. */
    private static boolean isOneLine(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            if (c < ' ' || space && gap) return false;
            gap = space;
        }
        return !gap
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1));
    }

    /** Up to the end of the first sentence. */
    static String firstSentence(String text) {
        String line = text.strip();
        int end = line.length();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean last = i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1));
            if (c == '\n' || c == '。' || (c == '.' || c == '!' || c == '?') && last) {
                end = c == '\n' ? i : i + 1;
                break;
            }
        }
        return line.substring(0, end);
    }
}
