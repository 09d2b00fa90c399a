package dev.touchstone.scanners.bills;

import java.math.BigInteger;

/** The order of Go's versions, as far as choosing the newer of two needs it. */
final class GoVersions {
    private GoVersions() {}

    static String newer(String one, String other) {
        return compare(one, other) >= 0 ? one : other;
    }

    private static int compare(String one, String other) {
        String[] left = parts(one);
        String[] right = parts(other);
        for (int i = 0; i < 3; i++) {
            int byNumber = number(left[0], i).compareTo(number(right[0], i));
            if (byNumber != 0) return byNumber;
        }
        if (left[1].isEmpty() != right[1].isEmpty()) return left[1].isEmpty() ? 1 : -1;
        return left[1].compareTo(right[1]);
    }

    /** Core and pre-release. */
    private static String[] parts(String version) {
        String plain = version.startsWith("v") ? version.substring(1) : version;
        int plus = plain.indexOf('+');
        if (plus >= 0) plain = plain.substring(0, plus);
        int dash = plain.indexOf('-');
        return dash < 0
                ? new String[] {plain, ""}
                : new String[] {plain.substring(0, dash), plain.substring(dash + 1)};
    }

    private static BigInteger number(String core, int index) {
        String[] numbers = core.split("\\.");
        return index < numbers.length && numbers[index].matches("\\d{1,20}")
                ? new BigInteger(numbers[index])
                : BigInteger.ZERO;
    }
}
