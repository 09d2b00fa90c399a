package dev.touchstone.formats;

import dev.touchstone.contract.Severity;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads weakness classes and severities out of the words that scanners use for them. */
final class Weakness {
    private static final Pattern CWE =
            Pattern.compile("(?i)(?:^|[^a-z])cwe[-_ :/]*0*([1-9]\\d{0,4})(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("0*([1-9]\\d{0,4})");

    private Weakness() {}

    /** Adds each class that a text such as {@code external/cwe/cwe-089} names. */
    static void addCwes(String text, Collection<Integer> cwes) {
        if (!mayName(text)) return;
        Matcher matcher = CWE.matcher(text);
        while (matcher.find()) cwes.add(Integer.valueOf(matcher.group(1)));
    }

    private static boolean mayName(String text) {
        for (int i = 0; i + 2 < text.length(); i++) {
            if (text.regionMatches(true, i, "cwe", 0, 3)) return true;
        }
        return false;
    }

    /** Adds a class by the id that the taxonomy CWE gives it: {@code 89} or {@code CWE-89}. */
    static void addCweId(String id, Collection<Integer> cwes) {
        int plain = plainId(id);
        if (plain > 0) {
            cwes.add(plain);
            return;
        }
        Matcher matcher = NUMBER.matcher(id);
        if (matcher.matches()) cwes.add(Integer.valueOf(matcher.group(1)));
        else addCwes(id, cwes);
    }

    /** The number in {@code CWE-89}, the form that nearly all write; 0 for any other. */
    private static int plainId(String id) {
        int length = id.length();
        if (length < 5 || length > 9 || !id.startsWith("CWE-") || id.charAt(4) == '0') return 0;
        int number = 0;
        for (int i = 4; i < length; i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') return 0;
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** Grade of a CVSS score written as text or number. */
    static @Nullable Severity ofScore(String score) {
        try {
            double value = Double.parseDouble(score.strip());
            return value >= 0 && value <= 10 ? Severity.ofCvss(value) : null;
        } catch (NumberFormatException noScore) {
            return null;
        }
    }

    /** Grade by a scanner's own word. */
    static @Nullable Severity ofWord(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "CRITICAL", "BLOCKER" -> Severity.CRITICAL;
            case "HIGH", "MAJOR" -> Severity.HIGH;
            case "MEDIUM", "MODERATE" -> Severity.MEDIUM;
            case "LOW", "MINOR" -> Severity.LOW;
            case "INFO", "INFORMATIONAL", "NONE" -> Severity.INFO;
            default -> null;
        };
    }

    /** Grade by the level of SARIF, when nothing better is known. */
    static Severity ofLevel(String level) {
        return switch (level) {
            case "error" -> Severity.HIGH;
            case "warning" -> Severity.MEDIUM;
            case "note" -> Severity.LOW;
            default -> Severity.INFO;
        };
    }
}
