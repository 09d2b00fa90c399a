package dev.touchstone.scanners.infrastructure;

import java.util.List;

/** Texts that may hold interpolations. */
final class HclTemplate {

    private HclTemplate() {}

    static boolean has(String text) {
        for (int at = text.indexOf('{'); at > 0; at = text.indexOf('{', at + 1)) {
            char sign = text.charAt(at - 1);
            boolean doubled = at > 1 && text.charAt(at - 2) == sign;
            if ((sign == '$' || sign == '%') && !doubled) return true;
        }
        return false;
    }

    static Node node(String text, int line) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        return node(text, has(text), line, line + lines);
    }

    /** A text that is nothing but one interpolation is the expression in it. */
    static Node node(String text, boolean template, int line, int endLine) {
        if (!template) return new Node.Scalar(text, line, endLine);
        if (text.startsWith("${") && closes(text, 2) == text.length() - 1) {
            String inside = text.substring(2, text.length() - 1).strip();
            try {
                return ReadHcl.expression(inside, line);
            } catch (Malformed e) {
                return new Node.Unknown(inside, false, line, endLine);
            }
        }
        return new Node.Unknown(text, true, line, endLine);
    }

    /** Where the brace that was opened before this place is closed; -1 when nowhere. */
    static int closes(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') open++;
            if (c == '}' && --open == 0) return i;
        }
        return -1;
    }

    static String joined(List<String> lines, boolean indented) {
        int indent =
                !indented
                        ? 0
                        : lines.stream()
                                .filter(line -> !line.isBlank())
                                .mapToInt(line -> line.length() - line.stripLeading().length())
                                .min()
                                .orElse(0);
        var text = new StringBuilder();
        for (String line : lines) {
            text.append(line.substring(Math.min(indent, line.length()))).append('\n');
        }
        return text.toString();
    }
}
