package dev.touchstone.scanners.secrets;

/** How hard a text is to guess from how often its characters repeat (Shannon, bits a character). */
final class Entropy {

    private Entropy() {}

    static double of(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        var counts = new int[128];
        for (int i = 0; i < text.length(); i++) {
            counts[Math.min(text.charAt(i), 127)]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                bits -= share * (Math.log(share) / Math.log(2));
            }
        }
        return bits;
    }
}
