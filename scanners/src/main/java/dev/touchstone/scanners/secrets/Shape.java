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
