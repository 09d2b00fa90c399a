package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON with its lines; forgives what policies in Terraform texts often have wrong. */
final class ReadJson {

    private static final int DEEPEST = 100;

    private final HclCursor in;
    private int depth;

    private ReadJson(String text, int line) {
        this.in = new HclCursor(text);
        in.shiftLines(line - 1);
    }

    /**
     * @param line of the text's first character in its file
     */
    static Node read(String text, int line) throws Malformed {
        var reader = new ReadJson(text, line);
        Node node = reader.value();
        reader.blank();
        if (!reader.in.atEnd()) throw reader.in.wrong("something follows the JSON value");
        return node;
    }

    /** The value when a text holds a JSON object or list, else null. */
    static @Nullable Node within(String text, int line) {
        String shown = text.strip();
        boolean maybe =
                (shown.startsWith("{") && shown.endsWith("}") && shown.contains("\""))
                        || (shown.startsWith("[") && shown.endsWith("]") && shown.contains("{"));
        if (!maybe) return null;
        int lead = text.indexOf(shown);
        int lines =
                (int) text.substring(0, Math.max(0, lead)).chars().filter(c -> c == '\n').count();
        try {
            return read(shown, line + lines);
        } catch (Malformed e) {
            return null;
        }
    }

    private void blank() {
        while (!in.atEnd() && (Character.isWhitespace(in.peek()) || in.peek() == '\uFEFF')) {
            in.next();
        }
    }

    private Node value() throws Malformed {
        if (++depth > DEEPEST) throw in.wrong("nested deeper than " + DEEPEST + " levels");
        blank();
        int line = in.line();
        Node node =
                switch (in.peek()) {
                    case '{' -> object(line);
                    case '[' -> list(line);
                    case '"' -> HclTemplate.node(text(), line);
                    case '$' -> interpolated(line);
                    default -> word(line);
                };
        depth--;
        return node;
    }

    private Node object(int line) throws Malformed {
        in.next();
        var nodes = new LinkedHashMap<String, Node>();
        while (true) {
            blank();
            if (in.peek() == '}') break;
            if (in.peek() != '"') throw in.wrong("expected a name in quotes");
            int at = in.line();
            String name = text();
            blank();
            if (in.next() != ':') throw in.wrong("expected : after \"" + name + "\"");
            nodes.put(name, ReadHcl.from(at, value()));
            separator('}');
        }
        in.next();
        return new Node.Fields(nodes, line, in.line());
    }

    private Node list(int line) throws Malformed {
        in.next();
        var nodes = new ArrayList<Node>();
        while (true) {
            blank();
            if (in.peek() == ']') break;
            nodes.add(value());
            separator(']');
        }
        in.next();
        return new Node.Items(nodes, line, in.line());
    }

    private void separator(char end) throws Malformed {
        blank();
        if (in.peek() == ',') in.next();
        else if (in.peek() != end) throw in.wrong("expected , or " + end);
    }

    private Node interpolated(int line) throws Malformed {
        int start = in.position();
        int open = 0;
        do {
            if (in.atEnd()) throw in.wrong("an interpolation is not closed");
            char c = in.next();
            if (c == '{') open++;
            if (c == '}') open--;
        } while (open > 0 || in.position() == start + 1);
        return HclTemplate.node(in.since(start), true, line, in.line());
    }

    private Node word(int line) throws Malformed {
        int start = in.position();
        while (!in.atEnd() && ",]} \t\r\n".indexOf(in.peek()) < 0) in.next();
        String word = in.since(start);
        Object value =
                switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    case "null" -> null;
                    default -> number(word);
                };
        return new Node.Scalar(value, line, line);
    }

    private Object number(String word) throws Malformed {
        try {
            return word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : Double.valueOf(word);
        } catch (NumberFormatException e) {
            throw in.wrong("expected a JSON value");
        }
    }

    private String text() throws Malformed {
        in.next();
        var text = new StringBuilder();
        while (in.peek() != '"') {
            if (in.atEnd()) throw in.wrong("a text is not closed");
            char c = in.next();
            text.append(c == '\\' ? escaped() : String.valueOf(c));
        }
        in.next();
        return text.toString();
    }

    private String escaped() throws Malformed {
        char c = in.next();
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'u' -> {
                int start = in.position();
                in.skip(4);
                try {
                    yield Character.toString(Integer.parseInt(in.since(start), 16));
                } catch (NumberFormatException e) {
                    throw in.wrong("\\u needs four hexadecimal digits");
                }
            }
            default -> String.valueOf(c);
        };
    }
}
