package dev.touchstone.scanners.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Cuts XML, HTML and templates into attributes and texts; takes what is not well-formed too. */
final class MarkupFile {

    /**
     * An attribute's value or a text.
     *
     * @param elements names of the elements around it, from the outermost, each between blanks
     * @param attribute empty for a text, {@link #TAG} for a whole tag
     * @param offset where the value begins in the file
     */
    record Piece(String elements, String attribute, String value, int offset) {}

    /** What a whole tag stands under among the attributes. */
    static final String TAG = "<";

    private static final int DEEPEST = 200;

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private MarkupFile(String text) {
        this.text = text;
    }

    static List<Piece> pieces(String text) {
        var file = new MarkupFile(text);
        file.read();
        return file.pieces;
    }

    private void read() {
        while (at < text.length()) {
            if (text.startsWith("<!--", at)) skip("-->");
            else if (text.startsWith("<%--", at)) skip("--%>");
            else if (text.startsWith("<#--", at)) skip("-->");
            else if (text.startsWith("<![CDATA[", at)) whole("<![CDATA[", "]]>", "");
            else if (text.startsWith("<%", at)) whole("<%", "%>", " %");
            else if (text.startsWith("<?", at)) skip("?>");
            else if (text.startsWith("<!", at)) skip(">");
            else if (text.startsWith("</", at)) close();
            else if (isTag()) tag();
            else text();
        }
    }

    private boolean isTag() {
        if (text.charAt(at) != '<' || at + 1 >= text.length()) return false;
        char next = text.charAt(at + 1);
        return Character.isLetter(next) || next == '#' || next == '@';
    }

    private void skip(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void whole(String begin, String end, String element) {
        int from = at + begin.length();
        int found = text.indexOf(end, from);
        int to = found < 0 ? text.length() : found;
        pieces.add(new Piece(elements() + element + " ", "", text.substring(from, to), from));
        at = found < 0 ? text.length() : found + end.length();
    }

    private void text() {
        int from = at;
        do {
            at++;
        } while (at < text.length() && text.charAt(at) != '<');
        String value = text.substring(from, at);
        if (!value.isBlank()) pieces.add(new Piece(elements() + " ", "", value, from));
    }

    private void close() {
        int end = text.indexOf('>', at);
        String name = name(at + 2);
        if (open.contains(name)) {
            while (!open.pop().equals(name)) {}
        }
        at = end < 0 ? text.length() : end + 1;
    }

    private void tag() {
        String name = name(at + 1);
        int from = at;
        at += 1 + name.length();
        boolean closed = false;
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '/' && text.startsWith("/>", at)) {
                closed = true;
                at++;
            } else if (Character.isLetter(c) || c == ':' || c == '@' || c == '_') {
                attribute(name);
            } else {
                at++;
            }
        }
        at = Math.min(text.length(), at + 1);
        String whole = text.substring(from, at);
        pieces.add(new Piece(elements() + " " + name + " ", TAG, whole, from));
        if (!closed && open.size() < DEEPEST) open.push(name);
    }

    private void attribute(String element) {
        int from = at;
        while (at < text.length() && "= \t\r\n/>".indexOf(text.charAt(at)) < 0) at++;
        String name = text.substring(from, at);
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) next++;
        if (next >= text.length() || text.charAt(next) != '=') {
            pieces.add(new Piece(elements() + " " + element + " ", name, "", from));
            return;
        }
        next++;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) next++;
        if (next >= text.length()) {
            at = next;
            return;
        }
        char quote = text.charAt(next);
        int begin = quote == '"' || quote == '\'' ? next + 1 : next;
        int end = begin;
        while (end < text.length()
                && (begin > next
                        ? text.charAt(end) != quote
                        : " \t\r\n>".indexOf(text.charAt(end)) < 0)) {
            end++;
        }
        pieces.add(
                new Piece(
                        elements() + " " + element + " ", name, text.substring(begin, end), begin));
        at = begin > next ? Math.min(text.length(), end + 1) : end;
    }

    private String name(int from) {
        int end = from;
        while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) end++;
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private String elements() {
        return open.isEmpty() ? "" : " " + String.join(" ", open.reversed());
    }
}
