package dev.touchstone.formats.shape;

/** A 64-bit hash that tells items of a list apart; not against an enemy, only against chance. */
final class Hash {
    private Hash() {}

    static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) hash = hash * 0x100000001b3L + text.charAt(i);
        return spread(hash);
    }

    static long mix(long left, long right) {
        return spread(left * 0x9e3779b97f4a7c15L + right);
    }

    private static long spread(long value) {
        long mixed = (value ^ value >>> 32) * 0xd6e8feb86659fd93L;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
        return mixed ^ mixed >>> 32;
    }
}
