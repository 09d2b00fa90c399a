package dev.touchstone.scanners.secrets;

import dev.touchstone.scanners.secrets.Assignment.Form;
import org.jspecify.annotations.Nullable;

/** Finds where a value begins and ends. */
final class ValueReader {

    private static final int LONGEST = 4_000;

    private final FileText file;
    private final Place place;
    private final String text;

    ValueReader(FileText file, Place place) {
        this.file = file;
        this.place = place;
        this.text = file.text();
    }

    record Span(int start, int end, boolean quoted) {}

    /**
     * @param open the quote of the text in which name and value stand; 0 when in none
     */
    @Nullable Span read(int from, char open, Form form) {
        int at = skipBlanks(from);
        if (place.kind() == Place.Kind.YAML && startsBlock(at)) {
            return nextLine(at);
        }
        int quote = behindPrefix(at);
        boolean escaped = charAt(quote) == '\\' && isQuote(charAt(quote + 1));
        if (escaped || isQuote(charAt(quote))) {
            return quoted(escaped ? quote + 1 : quote, escaped, open);
        }
        return bare(at, open, form);
    }

    private @Nullable Span quoted(int quote, boolean escaped, char open) {
        char q = text.charAt(quote);
        if (!escaped && q == open) {
            return null;
        }
        boolean triple = charAt(quote + 1) == q && charAt(quote + 2) == q;
        int start = triple ? quote + 3 : quote + 1;
        int limit = Math.min(text.length(), start + LONGEST);
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n' && !triple) {
                return null;
            }
            if (c == q) {
                int end = escaped && text.charAt(i - 1) == '\\' ? i - 1 : i;
                return end > start ? new Span(start, end, true) : null;
            }
            if (c == open && open != '\0') {
                return null;
            }
            if (c == '\\' && !escaped) {
                i++;
            }
        }
        return null;
    }

    private @Nullable Span bare(int at, char open, Form form) {
        boolean inText = open != '\0';
        boolean readable =
                switch (place.kind()) {
                    case CODE ->
                            inText && form == Form.EQUALS && at > 0 && text.charAt(at - 1) == '=';
                    case JSON -> inText || Character.isDigit(charAt(at));
                    case CONFIG, YAML, XML, SHELL, PLAIN, PROSE -> true;
                };
        if (!readable) {
            return null;
        }
        if (place.kind() == Place.Kind.SHELL
                && (at == 0 || isBlank(text.charAt(at - 1)) && form == Form.EQUALS)) {
            return null;
        }
        int limit = Math.min(file.lineEnd(at), at + LONGEST);
        boolean listed = isListed(at);
        int end = at;
        while (end < limit && !stops(end, open, inText, listed)) {
            end++;
        }
        while (end > at && isBlank(text.charAt(end - 1))) {
            end--;
        }
        boolean comma = end - at > 1 && text.charAt(end - 1) == ',';
        end = comma ? end - 1 : end;
        return end > at ? new Span(at, end, false) : null;
    }

    private boolean stops(int at, char open, boolean inText, boolean listed) {
        char c = text.charAt(at);
        if (inText) {
            return c == open
                    || c == '&'
                    || c == ';'
                    || c == '"'
                    || c == '\''
                    || c == '\\'
                    || c == ','
                    || isBlank(c);
        }
        if (c == ';' && listed) {
            return true;
        }
        boolean comment = (c == '#' || c == ';') && at > 0 && isBlank(text.charAt(at - 1));
        return switch (place.kind()) {
            case SHELL -> isBlank(c) || ";|&)\"'`".indexOf(c) >= 0;
            case YAML -> comment && c == '#' || (c == ',' || c == '}') && inFlow(at);
            case XML ->
                    isBlank(c)
                            || c == '"'
                            || c == '\''
                            || c == '<'
                            || c == '>'
                            || c == '&'
                            || c == ';';
            case CONFIG, PLAIN -> comment || isBlank(c) && anotherPair(at) || c == '\t';
            case PROSE -> isBlank(c) || "\"'`|,;)<，。；）".indexOf(c) >= 0;
            case JSON -> ",}]".indexOf(c) >= 0 || isBlank(c);
            case CODE -> isBlank(c);
        };
    }

    /** In a list such as {@code Server=…;Password=…;} a semicolon ends a value. */
    private boolean isListed(int at) {
        int from = Math.max(file.lineStart(at), at - 300);
        int semicolon = text.lastIndexOf(';', at - 1);
        return semicolon >= from && text.lastIndexOf('=', semicolon) >= from;
    }

    /** Another {@code name=} follows on the line. */
    private boolean anotherPair(int at) {
        int word = skipBlanks(at);
        int end = word;
        while (Shape.goesOn(charAt(end)) || charAt(end) == '_' || charAt(end) == '-') {
            end++;
        }
        return end > word && charAt(end) == '=';
    }

    private boolean inFlow(int at) {
        int brace = text.lastIndexOf('{', at);
        boolean variable =
                brace > 0 && (text.charAt(brace - 1) == '$' || text.charAt(brace - 1) == '#');
        return !variable && brace >= file.lineStart(at);
    }

    /** What stands between the tags; or in the first element inside. */
    @Nullable Span element(int from) {
        int at = skipSpace(from);
        for (int depth = 0; depth < 2 && charAt(at) == '<'; depth++) {
            if (text.startsWith("<![CDATA[", at)) {
                int end = text.indexOf("]]>", at);
                return end < 0 ? null : new Span(at + 9, end, true);
            }
            if (charAt(at + 1) == '/' || !isHolder(at + 1)) {
                return null;
            }
            int close = text.indexOf('>', at);
            if (close < 0 || close - at > 120 || text.charAt(close - 1) == '/') {
                return null;
            }
            at = skipSpace(close + 1);
        }
        int end = text.indexOf('<', at);
        if (end < 0 || end - at > LONGEST) {
            return null;
        }
        while (end > at && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end > at ? new Span(at, end, true) : null;
    }

    private boolean isHolder(int at) {
        for (String holder :
                new String[] {"value", "contents", "string", "plaintext", "secret", "ns1:value"}) {
            if (text.regionMatches(true, at, holder, 0, holder.length())) return true;
        }
        return false;
    }

    /** One word, or a text in quotes, with nothing behind it but a comment. */
    @Nullable Span word(int at) {
        if (isQuote(charAt(at))) {
            return quoted(at, false, '\0');
        }
        int limit = file.lineEnd(at);
        int end = at;
        while (end < limit && !isBlank(text.charAt(end))) {
            end++;
        }
        String rest = text.substring(end, limit).strip();
        boolean alone = rest.isEmpty() || rest.startsWith("#") || rest.startsWith(";");
        int last = end > at && text.charAt(end - 1) == ';' ? end - 1 : end;
        return alone && last > at ? new Span(at, last, false) : null;
    }

    /** {@code |}, {@code >-} and the like: the text is on the next line. */
    private boolean startsBlock(int at) {
        char c = charAt(at);
        int end = file.lineEnd(at);
        return (c == '|' || c == '>') && end - at <= 2;
    }

    private @Nullable Span nextLine(int at) {
        int start = skipBlanks(file.lineEnd(at) + 1);
        start = charAt(start) == '\n' ? skipBlanks(start + 1) : start;
        int end = start < text.length() ? file.lineEnd(start) : start;
        return end > start ? new Span(start, end, true) : null;
    }

    /** Letters in front of a quote say how the text is to be read. */
    private int behindPrefix(int at) {
        int quote = at;
        while (quote - at < 2
                && "uUbBrRfFNL@$".indexOf(charAt(quote)) >= 0
                && charAt(quote) != '\0') {
            quote++;
        }
        return isQuote(charAt(quote)) ? quote : at;
    }

    private int skipBlanks(int at) {
        while (isBlank(charAt(at))) {
            at++;
        }
        return at;
    }

    private int skipSpace(int at) {
        int from = at;
        while (at < text.length() && at - from < 300 && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
