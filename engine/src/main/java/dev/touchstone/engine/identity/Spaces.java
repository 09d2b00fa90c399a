package dev.touchstone.engine.identity;

/** Makes texts equal that differ only in white space. */
final class Spaces {
    private Spaces() {}

    /** Runs of white space become one space; none is left at the ends. */
    static String even(String text) {
        if (isEven(text)) return text;
        var result = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = true;
            } else {
                if (gap && !result.isEmpty()) result.append(' ');
                gap = false;
                result.append(c);
            }
        }
        return result.toString();
    }

    private static boolean isEven(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c) && (gap || c != ' ')) return false;
            gap = c == ' ';
        }
        return !gap || text.isEmpty();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000';
    }
}
