package dev.touchstone.scanners.infrastructure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text of HCL that moves forward and knows its line. */
final class HclCursor {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?m)(?<=\\n)(resource|data|module|provider|variable|output|locals|terraform)\\b");

    static final char END = '\0';

    private final String text;
    private int position;
    private int line = 1;

    HclCursor(String text) {
        this.text = text;
    }

    void shiftLines(int lines) {
        line += lines;
    }

    int line() {
        return line;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek() {
        return peekAt(0);
    }

    char peekAt(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : END;
    }

    char next() {
        if (atEnd()) return END;
        char c = text.charAt(position++);
        if (c == '\n') line++;
        return c;
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++) next();
    }

    boolean startsWith(String word) {
        return text.startsWith(word, position);
    }

    String since(int start) {
        return text.substring(start, position);
    }

    /** An identifier; empty when none stands here. */
    String word() {
        int start = position;
        while (!atEnd() && isWord(text.charAt(position))) position++;
        return text.substring(start, position);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** Skips spaces and comments, line ends too when they mean nothing here. */
    void skipBlank(boolean lines) throws Malformed {
        while (!atEnd()) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF' || (c == '\n' && lines)) {
                next();
            } else if (c == '#' || (c == '/' && peekAt(1) == '/')) {
                while (!atEnd() && text.charAt(position) != '\n') position++;
            } else if (c == '/' && peekAt(1) == '*') {
                int close = text.indexOf("*/", position + 2);
                if (close < 0) throw wrong("a comment is not closed");
                skip(close + 2 - position);
            } else {
                return;
            }
        }
    }

    /** The rest of the line without its end; the cursor stands at the start of the next. */
    String restOfLine() {
        int end = text.indexOf('\n', position);
        String rest = text.substring(position, end < 0 ? text.length() : end);
        position = end < 0 ? text.length() : end + 1;
        if (end >= 0) line++;
        return rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** Moves to the next line that begins a block of a module; false when there is none. */
    boolean toNextBlock() {
        Matcher block = BLOCK.matcher(text);
        if (!block.find(Math.min(text.length(), position))) return false;
        skip(block.start() - position);
        return true;
    }

    /** The line end after a heredoc's mark ends the attribute too. */
    void heredocEnded() {
        if (position > 0 && text.charAt(position - 1) == '\n') {
            position--;
            line--;
        }
    }

    Malformed wrong(String what) {
        return new Malformed(line, what);
    }
}
