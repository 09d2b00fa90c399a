package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import java.util.Locale;

/** Whether a value can be what its name promises. */
final class Plausible {

    private static final Pattern PATH =
            Pattern.compile(
                    "(~|\\.{1,2}|[A-Za-z]:)?[/\\\\][\\w.@ -]*([/\\\\][\\w.@ -]*)+|(~|\\.{1,2})[/\\\\].*|\\w+:[/\\\\].*|/[a-z.-]+|[\\w-]+(/[\\w.-]+)+\\.[a-z]{2,5}|[\\w.-]+\\.(key|pem|crt|cer|txt|json|ya?ml|jks|p12|pfx|properties|xml|conf|db|ini|html?|js|ts|java|py|php|sh|png|svg|keytab)");
    private static final Pattern CLASS_OR_KEY =
            Pattern.compile("\\.?[A-Za-z_$][A-Za-z_$]*([.:][A-Za-z_$][\\w$]*)+(\\(.*)?");
    private static final Pattern PACKAGE =
            Pattern.compile("[a-z]+(\\.[a-z]+)+(\\.[A-Z]\\w+)?|[A-Za-z]+(\\.[A-Za-z]+){2,}");
    private static final Pattern FINGERPRINT =
            Pattern.compile(
                    "(SHA256|MD5|sha256|sha384|sha512)[:-].*|([0-9a-fA-F]{2}:){7,}[0-9a-fA-F]{2}|ssh-[a-z0-9]+ .*");
    private static final Pattern CALL = Pattern.compile("[A-Za-z_.$:]+\\(.*\\)?;?");
    private static final Pattern WORDS =
            Pattern.compile(
                    "[a-z]+([_. -][a-z]+)+|[A-Z]+(_[A-Z]+)+|[a-z]+([A-Z][a-z]+)+|([A-Z][a-z]+){2,}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBERS =
            Pattern.compile("[0-9.,:%-]+(ms|s|m|h|d|px|kb|mb)?|[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    private Plausible() {}

    static boolean is(CredentialName.Sort sort, String value, Assignment at, Place place) {
        return switch (sort) {
            case PASSWORD -> password(value, at, place);
            case KEY -> key(value, at, place);
            case NONE -> false;
        };
    }

    private static boolean password(String value, Assignment at, Place place) {
        boolean code = place.kind() == Place.Kind.CODE;
        boolean prose = place.kind() == Place.Kind.PROSE;
        int blanks = (int) value.chars().filter(c -> c == ' ').count();
        if (value.length() < (code || prose ? 4 : 2) || value.length() > 256 || hasHan(value)) {
            return false;
        }
        if (blanks > 0 && (!at.quoted() || !hasDigit(value) && !isPassphrase(at.name()))) {
            return false;
        }
        if (isPath(value) || CALL.matches(value) || sameWords(at.name(), value)) {
            return false;
        }
        if (value.length() < 4 && value.chars().allMatch(Character::isDigit)) {
            return false;
        }
        boolean strong = hasDigit(value) || hasSpecial(value);
        if (prose) {
            return hasDigit(value)
                    && hasLetter(value)
                    && value.length() >= 6
                    && !NUMBERS.matches(value);
        }
        if (code || at.form() == Assignment.Form.CALL) {
            return (hasDigit(value) || !CLASS_OR_KEY.matches(value))
                    && !WORDS.matches(value)
                    && value.indexOf(' ') < 0
                    && (strong || value.length() >= 5 && !isTitle(value));
        }
        if (!at.quoted() && PACKAGE.matches(value)) {
            return false;
        }
        return !isTitle(value) || value.length() > 12;
    }

    private static boolean key(String value, Assignment at, Place place) {
        boolean code = place.kind() == Place.Kind.CODE || at.form() == Assignment.Form.CALL;
        if (value.length() < 8
                || value.length() > 2_000
                || value.indexOf(' ') >= 0 && !at.quoted()) {
            return false;
        }
        if (hasHan(value)
                || value.startsWith("^")
                || FINGERPRINT.matches(value)
                || isPath(value)
                || at.name().toLowerCase(Locale.ROOT).endsWith("signingkey")
                        && value.matches("[0-9A-F]{8,40}")
                || CALL.matches(value)
                || CLASS_OR_KEY.matches(value)
                || NUMBERS.matches(value)
                || sameWords(at.name(), value)) {
            return false;
        }
        if (value.length() < 16 && at.name().toLowerCase(Locale.ROOT).endsWith("auth")) {
            return false;
        }
        if (value.indexOf(' ') >= 0) {
            return hasDigit(value)
                    && hasSpecial(value)
                    && Entropy.of(value) > 4.5
                    && !WORDS.matches(value.toLowerCase(Locale.ROOT));
        }
        if (UUID.matches(value)) {
            return !code || at.name().toLowerCase(Locale.ROOT).contains("secret");
        }
        double entropy = Entropy.of(value);
        if (WORDS.matches(value)) {
            return false;
        }
        if (hasDigit(value) && hasLetter(value)) {
            return entropy >= (code || place.kind() == Place.Kind.PROSE ? 3.2 : 2.5);
        }
        boolean letters = value.chars().allMatch(Character::isLetter);
        if (letters) {
            return value.length() >= 12
                    && (isMixed(value)
                            ? entropy > 3.5 || entropy > 3 && isScrambled(value)
                            : !code && entropy > 2.5);
        }
        return !code && value.length() >= 12 && entropy > 3.2 && !value.matches("[a-z-]+|[A-Z_]+");
    }

    static boolean isPath(String value) {
        return value.length() < 200
                && PATH.matches(value)
                && !(value.length() > 30 && Entropy.of(value) > 4.6);
    }

    /** {@code password=passwordField}, {@code token: refresh_token}: it is a name, not a value. */
    private static boolean sameWords(String name, String value) {
        String folded = String.join("", CredentialName.words(value));
        String own = String.join("", CredentialName.words(name));
        return !folded.isEmpty() && (own.endsWith(folded) && folded.length() > 3);
    }

    private static boolean isPassphrase(String name) {
        return name.toLowerCase(Locale.ROOT).contains("phrase");
    }

    private static boolean isTitle(String value) {
        return Character.isUpperCase(value.charAt(0))
                && value.length() > 1
                && value.substring(1)
                        .chars()
                        .allMatch(c -> Character.isLowerCase(c) || c == ' ' || c == ':');
    }

    /** Its case changes more often than that of words written together. */
    private static boolean isScrambled(String value) {
        int changes = 0;
        for (int i = 1; i < value.length(); i++) {
            changes +=
                    Character.isUpperCase(value.charAt(i))
                                    == Character.isUpperCase(value.charAt(i - 1))
                            ? 0
                            : 1;
        }
        return changes * 3 > value.length();
    }

    private static boolean isMixed(String value) {
        return value.chars().anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase);
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasLetter(String value) {
        return value.chars().anyMatch(Character::isLetter);
    }

    private static boolean hasSpecial(String value) {
        return value.chars().anyMatch(c -> "!@#$%^&*+=?~|;".indexOf(c) >= 0);
    }

    private static boolean hasHan(String value) {
        return value.chars().anyMatch(c -> c > 0x2E80);
    }
}
