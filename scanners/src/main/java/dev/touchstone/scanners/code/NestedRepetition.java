package dev.touchstone.scanners.code;

import com.github.javaparser.ast.Node;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a regular expression can take exponential time. */
final class NestedRepetition {

    private static final int UNBOUNDED_FROM = 20;

    /** What a group has so far: parts that must match, and whether one of them repeats. */
    private static final class Group {
        int fixed;
        int repeated;

        boolean isOneRepetition() {
            return repeated > 0 && fixed == 0;
        }
    }

    private final String regex;
    private int at;

    private NestedRepetition(String regex) {
        this.regex = regex;
    }

    /** Calls with such an expression. */
    static List<? extends Node> in(JavaSource source) {
        return Stream.of("compile", "matches", "replaceAll", "split")
                .flatMap(name -> source.calls(name).stream())
                .filter(call -> !call.getArguments().isEmpty())
                .filter(
                        call -> {
                            String regex = Constants.value(call.getArgument(0));
                            return regex != null && isIn(regex);
                        })
                .toList();
    }

    /** True when an unbounded group holds nothing that must match but an unbounded part. */
    static boolean isIn(String regex) {
        return new NestedRepetition(regex).isNested();
    }

    private boolean isNested() {
        var open = new ArrayDeque<Group>();
        open.push(new Group());
        while (at < regex.length()) {
            char c = regex.charAt(at);
            switch (c) {
                case '(' -> {
                    open.push(new Group());
                    at++;
                    skipKind();
                }
                case ')' -> {
                    at++;
                    if (open.size() < 2) return false;
                    Group closed = open.pop();
                    Repeat repeat = repeat();
                    if (repeat == Repeat.UNBOUNDED && closed.isOneRepetition()) return true;
                    count(open.getFirst(), repeat, closed.isOneRepetition());
                }
                case '|' -> at++;
                default -> {
                    boolean anchor = c == '^' || c == '$';
                    part();
                    Repeat repeat = repeat();
                    if (!anchor) count(open.getFirst(), repeat, false);
                }
            }
        }
        return false;
    }

    private static void count(Group group, Repeat repeat, boolean holdsRepetition) {
        switch (repeat) {
            case UNBOUNDED -> group.repeated++;
            case OPTIONAL -> {}
            case ONCE -> {
                if (holdsRepetition) group.repeated++;
                else group.fixed++;
            }
        }
    }

    private enum Repeat {
        ONCE,
        OPTIONAL,
        UNBOUNDED
    }

    private Repeat repeat() {
        if (at >= regex.length()) return Repeat.ONCE;
        char c = regex.charAt(at);
        Repeat found =
                switch (c) {
                    case '+', '*' -> Repeat.UNBOUNDED;
                    case '?' -> Repeat.OPTIONAL;
                    case '{' -> braces();
                    default -> Repeat.ONCE;
                };
        if (found == Repeat.ONCE && c != '{') return found;
        if (c == '{') at = Math.max(at, regex.indexOf('}', at)) + 1;
        else at++;
        if (at < regex.length() && regex.charAt(at) == '+') {
            at++;
            return Repeat.ONCE;
        }
        if (at < regex.length() && regex.charAt(at) == '?') at++;
        return found;
    }

    private Repeat braces() {
        int end = regex.indexOf('}', at);
        if (end < 0) return Repeat.ONCE;
        String[] bounds = regex.substring(at + 1, end).split(",", -1);
        if (bounds.length == 2 && bounds[1].isBlank()) return Repeat.UNBOUNDED;
        String most = bounds[bounds.length - 1].strip();
        boolean large =
                most.length() > 2
                        || most.matches("\\d+") && Integer.parseInt(most) >= UNBOUNDED_FROM;
        return bounds.length == 2 && large ? Repeat.UNBOUNDED : Repeat.ONCE;
    }

    private void part() {
        char c = regex.charAt(at);
        if (c == '\\') {
            at += 2;
        } else if (c == '[') {
            at++;
            if (at < regex.length() && regex.charAt(at) == '^') at++;
            if (at < regex.length() && regex.charAt(at) == ']') at++;
            while (at < regex.length() && regex.charAt(at) != ']') {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        } else {
            at++;
        }
    }

    private void skipKind() {
        if (at < regex.length() && regex.charAt(at) == '?') {
            at++;
            while (at < regex.length() && "<!=:>".indexOf(regex.charAt(at)) >= 0) at++;
        }
    }
}
