package dev.touchstone.scanners.secrets;

import dev.touchstone.scanners.secrets.Assignment.Form;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the assignment around a word, in whichever of the usual notations the file has. */
final class AssignmentReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LOOK = 2_000;
    private static final Set<String> SETTERS =
            Set.of(
                    "set",
                    "with",
                    "use",
                    "add",
                    "put",
                    "password",
                    "passwd",
                    "pwd",
                    "secret",
                    "token",
                    "api",
                    "access",
                    "auth");

    private static final Set<String> LINK_PARAMETERS =
            Set.of("token", "authkey", "auth", "sign", "auth_key", "key");
    private static final Set<String> STATEMENTS =
            Set.of(
                    "setenv",
                    "env",
                    "setx",
                    "fastcgi_param",
                    "passenger_env_var",
                    "export",
                    "set",
                    "uwsgi_param",
                    "option",
                    "set -x",
                    "set -gx",
                    "set -ux");

    private final FileText file;
    private final Place place;
    private final String text;
    private final ValueReader values;

    AssignmentReader(FileText file, Place place) {
        this.file = file;
        this.place = place;
        this.text = file.text();
        this.values = new ValueReader(file, place);
    }

    @Nullable Assignment at(int hitStart, int hitEnd) {
        int start = hitStart;
        while (start > 0 && hitStart - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
            start--;
        }
        int end = hitEnd;
        while (end < text.length() && end - hitEnd < LONGEST_NAME && isName(text.charAt(end))) {
            end++;
        }
        boolean variable =
                start > 1 && text.charAt(start - 1) == '{' && text.charAt(start - 2) == '$';
        if (variable || isLinkParameter(start, end)) {
            return null;
        }
        int at = end;
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        boolean named = false;
        if (isQuote(charAt(at)) && charAt(at) == before) {
            named = true;
            at++;
        } else if (place.kind() == Place.Kind.XML && charAt(at) == '"' && spacedName(start) >= 0) {
            start = spacedName(start);
            named = true;
            at++;
        } else if (charAt(at) == '\\' && isQuote(charAt(at + 1)) && before == charAt(at + 1)) {
            named = true;
            at += 2;
        } else if (isQuote(charAt(at))
                && text.lastIndexOf(charAt(at), start) > start - 20
                && quoteOpenAt(start) == charAt(at)
                && isKeyed(at + 1)) {
            named = true;
            at++;
        }
        while (named && charAt(at) == ']') {
            at++;
        }
        if (charAt(at) == ')' && place.kind() == Place.Kind.CONFIG) {
            at++;
        }
        int blank = at;
        at = skipBlanks(at);
        return operator(start, end, at, named, at > blank);
    }

    private @Nullable Assignment operator(
            int start, int end, int at, boolean named, boolean spaced) {
        char c = charAt(at);
        char following = charAt(at + 1);
        switch (c) {
            case '=', '＝' -> {
                if (following == '=' || following == '~') return null;
                return value(start, end, following == '>' ? at + 2 : at + 1, named, Form.EQUALS);
            }
            case ':', '：' -> {
                if (following == '=') return value(start, end, at + 2, named, Form.EQUALS);
                if (following != ':') return colon(start, end, at + 1, named);
                boolean ldif = charAt(at + 2) == ' ' && place.kind() != Place.Kind.CODE;
                return ldif ? value(start, end, at + 2, named, Form.ENCODED) : null;
            }
            case '?' -> {
                return following == '=' ? value(start, end, at + 2, named, Form.EQUALS) : null;
            }
            case '>' -> {
                if (place.kind() == Place.Kind.CODE) return null;
                return named || opensTag(start) ? element(start, end, at + 1) : null;
            }
            case '{' -> {
                return named ? pair(start, end, at + 1) : null;
            }
            case '<' -> {
                return charAt(start - 1) == '>' && following == '/'
                        ? sibling(start, end, at)
                        : null;
            }
            case ',' -> {
                if (text.startsWith("<<\"", skipBlanks(at + 1))) {
                    return value(start, end, skipBlanks(at + 1) + 2, named, Form.PAIR);
                }
                if (!named)
                    return place.kind() == Place.Kind.YAML ? pair(start, end, at + 1) : null;
                Assignment pair = pair(start, end, at + 1);
                return pair != null ? pair : argument(start, end, at + 1);
            }
            case '(' -> {
                return setter(start, end, at + 1);
            }
            case '\n', '\r' -> {
                return isValueOfName(start) ? pair(start, end, at) : null;
            }
            default -> {
                if (named && place.kind() == Place.Kind.XML) return attribute(start, end, at);
                if (named) return pair(start, end, at);
                if (spaced && opensTag(start)) return attributes(start, end, at);
                return spaced ? word(start, end, at) : null;
            }
        }
    }

    /** A type may stand between the colon and the value: {@code password: String = "…"}. */
    private @Nullable Assignment colon(int start, int end, int at, boolean named) {
        if (named && place.kind() == Place.Kind.CODE && followsQuestion(start)) {
            return null;
        }
        if (place.kind() == Place.Kind.CODE) {
            int value = skipBlanks(at);
            int type = value;
            while (Character.isLetterOrDigit(charAt(type))
                    || "&?.'[]<>| ".indexOf(charAt(type)) >= 0 && charAt(type) != '\0') {
                type++;
            }
            if (type > value
                    && charAt(type) == '='
                    && charAt(type + 1) != '='
                    && !isQuote(charAt(value))) {
                return value(start, end, type + 1, named, Form.EQUALS);
            }
        }
        if (place.kind() == Place.Kind.YAML
                && !named
                && !isBlank(charAt(at))
                && charAt(at) != '\n') {
            return null;
        }
        int value = skipSpace(at);
        if (charAt(value) == '{' && place.kind() != Place.Kind.YAML) {
            return pair(start, end, value + 1);
        }
        return value(start, end, at, named, Form.COLON);
    }

    private @Nullable Assignment value(int start, int end, int at, boolean named, Form form) {
        char open = named ? '\0' : quoteOpenAt(start);
        ValueReader.Span span = values.read(at, open, form);
        return span == null ? null : assignment(start, end, span, form);
    }

    private @Nullable Assignment element(int start, int end, int at) {
        ValueReader.Span span = values.element(at);
        return span == null ? null : assignment(start, end, span, Form.ELEMENT);
    }

    /** {@code <password encoding="base64">…}. */
    private @Nullable Assignment attributes(int start, int end, int at) {
        int close = text.indexOf('>', at);
        boolean usable = close > 0 && close < file.lineEnd(start) && text.charAt(close - 1) != '/';
        boolean encrypted = usable && text.substring(at, close).contains("crypt");
        return usable && !encrypted ? element(start, end, close + 1) : null;
    }

    /** {@code <key>password</key><string>…}: the name is the content of the element before. */
    private @Nullable Assignment sibling(int start, int end, int at) {
        int open = text.lastIndexOf('<', start);
        String tag =
                open < 0 || start - open > 120
                        ? ""
                        : text.substring(open, start).toLowerCase(Locale.ROOT);
        int close = text.indexOf('>', at);
        if (close < 0 || close - at > 80 || !(tag.contains("key") || tag.contains("name"))) {
            return null;
        }
        int next = skipSpace(close + 1);
        int end2 = text.indexOf('>', next);
        boolean usable =
                charAt(next) == '<'
                        && charAt(next + 1) != '/'
                        && end2 > 0
                        && end2 - next < 120
                        && text.charAt(end2 - 1) != '/';
        return usable ? element(start, end, end2 + 1) : null;
    }

    /** Behind a name in quotes: the attribute or member that holds its value. */
    private @Nullable Assignment pair(int start, int end, int at) {
        int word = skipSpace(at);
        if (word - at > 200) {
            return null;
        }
        if (charAt(word) == ',') {
            word = skipSpace(word + 1);
        }
        boolean quoted = isQuote(charAt(word));
        word = quoted ? word + 1 : word;
        for (String name :
                new String[] {"value", "val", "content", "secret", "currentvalue", "default"}) {
            if (text.regionMatches(true, word, name, 0, name.length())) {
                int after = word + name.length();
                after = quoted && isQuote(charAt(after)) ? after + 1 : after;
                after = skipBlanks(after);
                if (charAt(after) == '=' || charAt(after) == ':') {
                    ValueReader.Span span = values.read(after + 1, '\0', Form.PAIR);
                    return span == null ? null : assignment(start, end, span, Form.PAIR);
                }
            }
        }
        return null;
    }

    /** The value's own attribute may stand behind others; or it is the element's content. */
    private @Nullable Assignment attribute(int start, int end, int at) {
        int close = text.indexOf('>', at);
        if (close < 0 || close - at > 300) {
            return null;
        }
        int value = text.indexOf(" value=", at - 1);
        if (value >= 0 && value < close) {
            return pair(start, end, value);
        }
        return text.charAt(close - 1) == '/' ? null : element(start, end, close + 1);
    }

    /** {@code define("NAME", "…")}; not a list of names. */
    private @Nullable Assignment argument(int start, int end, int at) {
        int paren = start - 2;
        while (paren > 0 && isBlank(text.charAt(paren))) {
            paren--;
        }
        int value = skipBlanks(at);
        boolean call = paren >= 0 && text.charAt(paren) == '(' && isQuote(charAt(value));
        ValueReader.Span span = call ? values.read(value, '\0', Form.CALL) : null;
        return span == null ? null : assignment(start, end, span, Form.CALL);
    }

    private @Nullable Assignment setter(int start, int end, int at) {
        var words = CredentialName.words(text.substring(start, end));
        int value = skipBlanks(at);
        int last = text.lastIndexOf('.', end);
        var call = last > start ? CredentialName.words(text.substring(last, end)) : words;
        if (call.isEmpty() || !SETTERS.contains(call.getFirst()) || !isQuote(charAt(value))) {
            return null;
        }
        ValueReader.Span span = values.read(value, quoteOpenAt(start), Form.CALL);
        return span != null && charAt(skipBlanks(span.end() + 1)) == ')'
                ? assignment(start, end, span, Form.CALL)
                : null;
    }

    private @Nullable Assignment word(int start, int end, int at) {
        boolean plain =
                switch (place.kind()) {
                    case PLAIN, CONFIG -> true;
                    case CODE, YAML, JSON, XML, SHELL, PROSE -> false;
                };
        if (!plain || !startsStatement(start)) {
            return null;
        }
        ValueReader.Span span = values.word(at);
        return span == null ? null : assignment(start, end, span, Form.SPACE);
    }

    /** Only a keyword in front of it, as in {@code set imap_pass …}. */
    private boolean startsStatement(int start) {
        String ahead = text.substring(file.lineStart(start), start).strip();
        return ahead.isEmpty()
                || ahead.equals("$")
                || ahead.equals("-")
                || STATEMENTS.contains(ahead.toLowerCase(Locale.ROOT));
    }

    private boolean isValueOfName(int start) {
        String ahead =
                text.substring(file.lineStart(start), start).strip().toLowerCase(Locale.ROOT);
        for (String name : new String[] {"name", "key", "variable"}) {
            if (ahead.length() < 40 && ahead.replaceAll("[\\s\"'=:-]", "").equals(name))
                return true;
        }
        return false;
    }

    private Assignment assignment(int start, int end, ValueReader.Span span, Form form) {
        return new Assignment(
                text.substring(start, end), start, span.start(), span.end(), span.quoted(), form);
    }

    /** {@code https://…?token=…} in a link that anybody may follow. */
    private boolean isLinkParameter(int start, int end) {
        char before = charAt(start - 1);
        boolean query = (before == '&' || before == '?' || before == ';') && charAt(end) == '=';
        if (!query
                || !LINK_PARAMETERS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
            return false;
        }
        int scheme = text.lastIndexOf("://", start);
        return scheme > start - LONGEST_LOOK
                && scheme >= 0
                && text.substring(scheme, start).indexOf(' ') < 0;
    }

    private boolean opensTag(int start) {
        int at = start - 1;
        while (at > 0
                && start - at < 30
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == ':')) {
            at--;
        }
        return at >= 0 && text.charAt(at) == '<';
    }

    /** Where a name of several words begins; -1 when the word is in no short attribute. */
    private int spacedName(int start) {
        int quote = start - 1;
        while (quote > 0
                && start - quote < 40
                && (isName(text.charAt(quote)) || text.charAt(quote) == ' ')) {
            quote--;
        }
        return quote > 0 && text.charAt(quote) == '"' && text.charAt(quote - 1) == '='
                ? quote + 1
                : -1;
    }

    /** {@code ok ? "pass" : "…"} chooses between two texts. */
    private boolean followsQuestion(int start) {
        int before = start - 2;
        while (before > 0 && isBlank(text.charAt(before))) {
            before--;
        }
        return before > 0 && text.charAt(before) == '?';
    }

    private boolean isKeyed(int at) {
        int colon = skipBlanks(at);
        return charAt(colon) == ':' || charAt(colon) == '=' && charAt(colon + 1) == '>';
    }

    /** The quote of the text in which a place of its line stands; 0 when in none. */
    private char quoteOpenAt(int at) {
        int from = file.lineStart(at);
        if (place.kind() == Place.Kind.XML || at - from > LONGEST_LOOK) {
            return '\0';
        }
        char open = '\0';
        for (int i = from; i < at; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (open == '\0' && isQuote(c)) {
                boolean apostrophe =
                        c == '\'' && i > from && Character.isLetterOrDigit(text.charAt(i - 1));
                open = apostrophe ? '\0' : c;
            } else if (c == open) {
                open = '\0';
            }
        }
        return open;
    }

    private int skipBlanks(int at) {
        while (isBlank(charAt(at))) {
            at++;
        }
        return at;
    }

    private int skipSpace(int at) {
        int from = at;
        while (at - from < 300
                && (isBlank(charAt(at)) || charAt(at) == '\n' || charAt(at) == '\r')) {
            at++;
        }
        return at;
    }

    private char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private boolean isName(char c) {
        return c < 128
                ? Shape.goesOn(c)
                        || c == '/' && place.kind() == Place.Kind.XML
                        || c == '_'
                        || c == '-'
                        || c == '.'
                        || c == '$'
                : Character.isLetter(c);
    }
}
