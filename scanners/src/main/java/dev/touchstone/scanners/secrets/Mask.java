package dev.touchstone.scanners.secrets;

/**
 * The form in which a found value may be shown: how it begins when that is little of it, and about
 * how long it is.
 */
final class Mask {

    private static final int[] CLASSES = {8, 16, 24, 32, 48, 64, 128, 256, 1_024};

    private Mask() {}

    static String of(String value) {
        String clean = value.strip();
        int shown = clean.length() >= 20 ? 4 : clean.length() >= 12 ? 2 : 0;
        var mask = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            char c = clean.charAt(i);
            mask.append(c > 32 && c < 127 ? c : '?');
        }
        return mask.append("****(").append(length(clean.length())).append(')').toString();
    }

    private static String length(int length) {
        int from = 1;
        for (int next : CLASSES) {
            if (length < next) {
                return from + "-" + (next - 1);
            }
            from = next;
        }
        return from + "+";
    }
}
