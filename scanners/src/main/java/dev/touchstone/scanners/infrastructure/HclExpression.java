package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one expression of HCL: its value when it is a literal, else its text. */
final class HclExpression {

    private static final int DEEPEST = 60;

    /** Functions whose value says the same as their only argument. */
    private static final Set<String> SAME =
            Set.of(
                    "jsonencode",
                    "yamlencode",
                    "tolist",
                    "toset",
                    "tomap",
                    "tostring",
                    "tobool",
                    "tonumber",
                    "base64encode",
                    "sensitive",
                    "nonsensitive",
                    "trimspace",
                    "jsondecode",
                    "flatten");

    private static final Set<String> OPERATORS_OF_TWO =
            Set.of("==", "!=", "<=", ">=", "&&", "||", "=>");

    private final HclCursor in;
    private int depth;

    HclExpression(HclCursor in) {
        this.in = in;
    }

    /**
     * @param lines whether line ends mean nothing, as between brackets
     */
    Node read(boolean lines) throws Malformed {
        if (++depth > DEEPEST) throw in.wrong("nested deeper than " + DEEPEST + " levels");
        in.skipBlank(lines);
        int start = in.position();
        int line = in.line();
        Node first = term();
        boolean composed = false;
        while (true) {
            in.skipBlank(lines);
            int operator = operatorLength();
            if (operator == 0) break;
            composed = true;
            boolean choice = in.peek() == '?';
            in.skip(operator);
            in.skipBlank(true);
            if (choice) {
                read(true);
                in.skipBlank(true);
                if (in.peek() != ':') throw in.wrong("expected : in a choice");
                in.next();
                read(lines);
            } else {
                term();
            }
        }
        depth--;
        return composed ? unknown(start, line) : first;
    }

    private int operatorLength() {
        String two = "" + in.peek() + in.peekAt(1);
        if (two.equals("=>")) return 0;
        if (OPERATORS_OF_TWO.contains(two)) return 2;
        return "+-*/%<>?".indexOf(in.peek()) >= 0 && !in.atEnd() ? 1 : 0;
    }

    private Node.Unknown unknown(int start, int line) {
        return new Node.Unknown(in.since(start).strip(), false, line, in.line());
    }

    private Node term() throws Malformed {
        int start = in.position();
        int line = in.line();
        char c = in.peek();
        Node node;
        if (c == '"') {
            node = quoted();
        } else if (in.startsWith("<<")) {
            return heredoc();
        } else if (c == '[') {
            node = list();
        } else if (c == '{') {
            node = map();
        } else if (c == '(') {
            in.next();
            node = read(true);
            close(')');
        } else if (c == '!' || c == '-') {
            in.next();
            in.skipBlank(false);
            if (++depth > DEEPEST) throw in.wrong("nested deeper than " + DEEPEST + " levels");
            Node term = term();
            depth--;
            return negated(c, term, start, line);
        } else if (Character.isDigit(c)) {
            node = number();
        } else {
            node = named();
        }
        boolean traversed = false;
        while (traversal()) traversed = true;
        return traversed ? unknown(start, line) : node;
    }

    private Node negated(char sign, Node term, int start, int line) {
        if (term instanceof Node.Scalar scalar) {
            if (sign == '!' && scalar.value() instanceof Boolean flag) {
                return new Node.Scalar(!flag, line, in.line());
            }
            if (sign == '-' && scalar.value() instanceof Long number) {
                return new Node.Scalar(-number, line, in.line());
            }
        }
        return unknown(start, line);
    }

    private Node number() throws Malformed {
        int start = in.position();
        int line = in.line();
        while (Character.isDigit(in.peek())
                || (in.peek() == '.' && Character.isDigit(in.peekAt(1)))
                || (Character.isLetter(in.peek()) && in.position() > start)) {
            in.next();
        }
        String text = in.since(start);
        try {
            Object value =
                    text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
            return new Node.Scalar(value, line, line);
        } catch (NumberFormatException e) {
            throw in.wrong(text + " is no number");
        }
    }

    private Node named() throws Malformed {
        int start = in.position();
        int line = in.line();
        String word = in.word();
        if (word.isEmpty()) throw in.wrong("expected a value");
        switch (word) {
            case "true", "false", "True", "False" -> {
                return new Node.Scalar(word.equalsIgnoreCase("true"), line, line);
            }
            case "null" -> {
                return new Node.Scalar(null, line, line);
            }
            default -> {}
        }
        while (in.startsWith("::")) {
            in.skip(2);
            in.word();
        }
        if (in.peek() != '(') return new Node.Unknown(word, false, line, line);
        in.next();
        var arguments = new ArrayList<Node>();
        while (true) {
            in.skipBlank(true);
            if (in.peek() == ')') break;
            arguments.add(read(true));
            in.skipBlank(true);
            if (in.startsWith("...")) in.skip(3);
            in.skipBlank(true);
            if (in.peek() == ',') in.next();
            else if (in.peek() != ')') throw in.wrong("expected , or ) in a call of " + word);
        }
        in.next();
        Node value = called(word, arguments, line);
        return value == null ? unknown(start, line) : value;
    }

    private @Nullable Node called(String function, List<Node> arguments, int line) {
        if (SAME.contains(function) && arguments.size() == 1) return arguments.getFirst();
        if (function.equals("concat")
                && arguments.stream().allMatch(Node.Items.class::isInstance)) {
            var all = new ArrayList<Node>();
            arguments.forEach(each -> all.addAll(((Node.Items) each).nodes()));
            return new Node.Items(all, line, in.line());
        }
        if (function.equals("merge")
                && arguments.stream().allMatch(Node.Fields.class::isInstance)) {
            var all = new LinkedHashMap<String, Node>();
            arguments.forEach(each -> all.putAll(((Node.Fields) each).nodes()));
            return new Node.Fields(all, line, in.line());
        }
        return null;
    }

    private boolean traversal() throws Malformed {
        if (in.peek() == '.' && in.peekAt(1) != '.') {
            in.next();
            if (in.peek() == '*') in.next();
            else in.word();
            return true;
        }
        if (in.peek() == '[') {
            in.next();
            in.skipBlank(true);
            if (in.peek() == '*') in.next();
            else read(true);
            close(']');
            return true;
        }
        return false;
    }

    private Node list() throws Malformed {
        int start = in.position();
        int line = in.line();
        in.next();
        in.skipBlank(true);
        if (isLoop()) return loop(']', start, line);
        var nodes = new ArrayList<Node>();
        while (true) {
            in.skipBlank(true);
            if (in.peek() == ']') break;
            nodes.add(read(true));
            in.skipBlank(true);
            if (in.peek() == ',') in.next();
            else if (in.peek() != ']') throw in.wrong("expected , or ] in a list");
        }
        in.next();
        return new Node.Items(nodes, line, in.line());
    }

    private Node map() throws Malformed {
        int start = in.position();
        int line = in.line();
        in.next();
        in.skipBlank(true);
        if (isLoop()) return loop('}', start, line);
        Map<String, Node> nodes = new LinkedHashMap<>();
        while (true) {
            in.skipBlank(true);
            if (in.peek() == '}') break;
            if (in.atEnd()) throw in.wrong("a map is not closed before the end of the file");
            int at = in.line();
            String key = scalarText(term());
            in.skipBlank(true);
            if (in.peek() == '=' || in.peek() == ':') in.next();
            else if (in.peek() != '{') throw in.wrong("expected = or : in a map");
            Node value = read(false);
            nodes.put(key, ReadHcl.from(at, value));
            in.skipBlank(true);
            if (in.peek() == ',') in.next();
        }
        in.next();
        return new Node.Fields(nodes, line, in.line());
    }

    private boolean isLoop() {
        return in.startsWith("for ") || in.startsWith("for\t");
    }

    private Node loop(char end, int start, int line) throws Malformed {
        int open = 1;
        while (open > 0) {
            if (in.atEnd()) throw in.wrong("a loop is not closed before the end of the file");
            char c = in.peek();
            if (c == '"') {
                quoted();
            } else {
                if (c == '[' || c == '{' || c == '(') open++;
                if (c == ']' || c == '}' || c == ')') open--;
                if (open == 0 && c != end) throw in.wrong("expected " + end);
                in.next();
            }
        }
        return unknown(start, line);
    }

    private void close(char bracket) throws Malformed {
        in.skipBlank(true);
        if (in.peek() != bracket) throw in.wrong("expected " + bracket);
        in.next();
    }

    /** A text in quotes. */
    Node quoted() throws Malformed {
        int line = in.line();
        in.next();
        var text = new StringBuilder();
        boolean template = false;
        while (in.peek() != '"') {
            char c = in.peek();
            if (in.atEnd() || c == '\n') throw in.wrong("a text is not closed on its line");
            if (c == '\\') {
                in.next();
                text.append(escaped());
            } else if (isTemplate(c)) {
                template = true;
                text.append(interpolation());
            } else {
                if ((c == '$' || c == '%') && in.peekAt(1) == c && in.peekAt(2) == '{') in.next();
                text.append(in.next());
            }
        }
        in.next();
        return HclTemplate.node(text.toString(), template, line, in.line());
    }

    private boolean isTemplate(char c) {
        return (c == '$' || c == '%') && in.peekAt(1) == '{';
    }

    private String escaped() {
        char c = in.next();
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'u' -> unicode(4);
            case 'U' -> unicode(8);
            default -> String.valueOf(c);
        };
    }

    private String unicode(int digits) {
        int start = in.position();
        in.skip(digits);
        try {
            return Character.toString(Integer.parseInt(in.since(start), 16));
        } catch (IllegalArgumentException e) {
            return in.since(start);
        }
    }

    private String interpolation() throws Malformed {
        int start = in.position();
        in.skip(2);
        int open = 1;
        while (open > 0) {
            if (in.atEnd()) throw in.wrong("an interpolation is not closed");
            char c = in.peek();
            if (c == '"') {
                if (++depth > DEEPEST) throw in.wrong("texts nested too deeply");
                quoted();
                depth--;
            } else {
                if (c == '{') open++;
                if (c == '}') open--;
                in.next();
            }
        }
        return in.since(start);
    }

    private Node heredoc() throws Malformed {
        int line = in.line();
        in.skip(2);
        boolean indented = in.peek() == '-';
        if (indented) in.next();
        String mark = in.restOfLine().strip();
        if (mark.isEmpty()) throw in.wrong("a heredoc has no mark");
        var lines = new ArrayList<String>();
        while (true) {
            if (in.atEnd()) throw new Malformed(line, "the heredoc " + mark + " is not closed");
            int end = in.line();
            String each = in.restOfLine();
            if (each.strip().equals(mark)) {
                String text = HclTemplate.joined(lines, indented);
                in.heredocEnded();
                return HclTemplate.node(text, HclTemplate.has(text), line, end);
            }
            lines.add(each);
        }
    }

    static String scalarText(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Unknown unknown -> unknown.text();
            case Node.Items _, Node.Fields _ -> "";
        };
    }
}
