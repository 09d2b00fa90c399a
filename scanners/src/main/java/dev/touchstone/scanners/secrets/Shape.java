package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The form of a token in one notation, from which both its pattern and an example are made: {@code
 * ghp_{alnum:36}} is a literal and 36 letters or digits, {@code {hex:32-64}} between 32 and 64,
 * {@code {url:20+}} at least 20.
 */
final class Shape {

    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Map<String, String> CLASSES =
            Map.ofEntries(
                    Map.entry("digit", DIGITS),
                    Map.entry("hex", DIGITS + "abcdef"),
                    Map.entry("HEX", DIGITS + "ABCDEF"),
                    Map.entry("xhex", DIGITS + "abcdefABCDEF"),
                    Map.entry("lower", LOWER),
                    Map.entry("upper", UPPER),
                    Map.entry("lownum", LOWER + DIGITS),
                    Map.entry("upnum", UPPER + DIGITS),
                    Map.entry("alnum", LOWER + UPPER + DIGITS),
                    Map.entry("word", LOWER + UPPER + DIGITS + "_"),
                    Map.entry("url", LOWER + UPPER + DIGITS + "_-"),
                    Map.entry("dot", LOWER + UPPER + DIGITS + "_.-"),
                    Map.entry("b64", LOWER + UPPER + DIGITS + "+/"),
                    Map.entry("pad", LOWER + UPPER + DIGITS + "+/="),
                    Map.entry("b32", UPPER + "234567"));
    private static final int MOST = 1000;
    private static final int LEAST_LIKE = 10;

    private final List<Part> parts;
    private final Pattern pattern;

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Run(String alphabet, int least, int most) implements Part {}

    private Shape(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.pattern = Pattern.compile(regex());
    }

    static Shape parse(String notation) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < notation.length()) {
            int brace = notation.indexOf('{', at);
            if (brace != at) {
                int end = brace < 0 ? notation.length() : brace;
                parts.add(new Literal(notation.substring(at, end)));
                at = end;
                continue;
            }
            int end = notation.indexOf('}', brace);
            parts.add(run(notation.substring(brace + 1, end)));
            at = end + 1;
        }
        return new Shape(parts);
    }

    private static Run run(String text) {
        int colon = text.indexOf(':');
        String alphabet = CLASSES.get(text.substring(0, colon));
        if (alphabet == null) {
            throw new IllegalArgumentException("no class of characters is called " + text);
        }
        String count = text.substring(colon + 1);
        if (count.endsWith("+")) {
            return new Run(
                    alphabet, Integer.parseInt(count.substring(0, count.length() - 1)), MOST);
        }
        int dash = count.indexOf('-');
        int least = Integer.parseInt(dash < 0 ? count : count.substring(0, dash));
        int most = dash < 0 ? least : Integer.parseInt(count.substring(dash + 1));
        return new Run(alphabet, least, most);
    }

    /** What every token of this form begins with. */
    String prefix() {
        return parts.getFirst() instanceof Literal literal ? literal.text() : "";
    }

    /**
     * Where a token that starts there ends; -1 when there is none or it goes on in more letters.
     */
    int endOf(String text, int start) {
        if (!begins(text, start)) {
            return -1;
        }
        int limit = Math.min(text.length(), start + 4 * MOST);
        var matcher = pattern.matcher(text.substring(start, limit));
        if (!matcher.lookingAt()) {
            return -1;
        }
        int end = start + matcher.end();
        return end < text.length() && goesOn(text.charAt(end)) ? -1 : end;
    }

    /**
     * Tells most places that only look alike without a pattern: the literal and the run behind it.
     */
    private boolean begins(String text, int start) {
        int at = start;
        for (Part part : parts) {
            switch (part) {
                case Literal(String literal) -> {
                    if (!text.startsWith(literal, at)) return false;
                    at += literal.length();
                }
                case Run(String alphabet, int least, int most) -> {
                    for (int end = at + least; at < end; at++) {
                        if (at >= text.length() || alphabet.indexOf(text.charAt(at)) < 0)
                            return false;
                    }
                    if (least != most) return true;
                }
            }
        }
        return true;
    }

    /** Long and unusual enough that what follows it was meant to be a token. */
    boolean tellsByPrefix() {
        String prefix = prefix();
        return prefix.length() >= 4
                || parts.size() > 1
                        && parts.get(1) instanceof Run run
                        && (run.alphabet().length() < 37 || prefix.equals("SG."));
    }

    /**
     * Where a text ends that begins as a token does and is long and random enough to be meant as
     * one; else -1.
     */
    int endOfLikeness(String text, int start) {
        String prefix = prefix();
        if (!tellsByPrefix() || !text.startsWith(prefix, start)) {
            return -1;
        }
        int from = start + prefix.length();
        String alphabet = closedAlphabet();
        int end = from;
        int limit = Math.min(text.length(), from + 400);
        while (end < limit
                && (alphabet.isEmpty()
                        ? isLike(text.charAt(end), prefix)
                        : alphabet.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        boolean whole = end == text.length() || !goesOn(text.charAt(end));
        return whole && isRandom(text.substring(from, end), prefix.length() < 3 ? 16 : LEAST_LIKE)
                ? end
                : -1;
    }

    /** A short beginning says little: then only the token's own letters may follow. */
    private String closedAlphabet() {
        boolean closed = prefix().length() <= 4 && parts.size() == 2;
        return closed && parts.get(1) instanceof Run run && run.alphabet().length() < 37
                ? run.alphabet()
                : "";
    }

    private boolean isLike(char c, String prefix) {
        return goesOn(c)
                || c == '_'
                || c == '+'
                        && parts.size() > 1
                        && parts.get(1) instanceof Run run
                        && run.alphabet().indexOf('+') >= 0
                || c == '/' && isLike('+', prefix)
                || c == '-'
                || c == '.'
                || c == '/' && prefix.indexOf('/') > 0;
    }

    private static boolean isRandom(String body, int least) {
        long digits = body.chars().filter(c -> c >= '0' && c <= '9').count();
        long breaks = body.chars().filter(c -> !goesOn((char) c)).count();
        boolean mixed =
                body.chars().anyMatch(Character::isUpperCase)
                        && body.chars().anyMatch(Character::isLowerCase);
        boolean upper = body.length() >= 16 && body.chars().allMatch(Character::isUpperCase);
        boolean letters =
                (mixed || upper) && breaks == 0 && body.length() >= 14 && Entropy.of(body) > 3.2;
        boolean lengthy = body.length() >= 24 && breaks == 0 && Entropy.of(body) > 3.6;
        return body.length() >= least
                && (lengthy
                        || letters
                        || (digits >= 2 || digits == 1 && mixed && breaks == 0)
                                && breaks * 6 <= body.length()
                                && Entropy.of(body) > 2.9);
    }

    /** Of the shortest token. */
    int leastLength() {
        int length = 0;
        for (Part part : parts) {
            length +=
                    switch (part) {
                        case Literal(String literal) -> literal.length();
                        case Run(String alphabet, int least, int most) -> least;
                    };
        }
        return length;
    }

    boolean fits(String value) {
        return pattern.matches(value);
    }

    /** A letter or digit before a token's first character makes it a part of something else. */
    static boolean goesOn(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    String example(SplittableRandom random) {
        var text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal(String literal) -> text.append(literal);
                case Run(String alphabet, int least, int most) -> {
                    int length = least == most ? least : Math.min(most, least + 6);
                    for (int i = 0; i < length; i++) {
                        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                }
            }
        }
        return text.toString();
    }

    private String regex() {
        var regex = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal(String literal) -> regex.append(Pattern.quote(literal));
                case Run(String alphabet, int least, int most) ->
                        regex.append('[')
                                .append(alphabet.replace("-", "\\-"))
                                .append("]{")
                                .append(least)
                                .append(',')
                                .append(most >= MOST ? "" : most)
                                .append('}');
            }
        }
        return regex.toString();
    }
}
