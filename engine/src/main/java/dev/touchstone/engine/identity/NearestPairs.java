package dev.touchstone.engine.identity;

/**
 * Pairs two ascending lists of line numbers without crossing, as many as possible, so that the sum
 * of the distances is the smallest. Very long lists are paired in order.
 */
final class NearestPairs {

    private static final long MOST_CELLS = 1 << 20;

    private final int[] left;
    private final int[] right;

    NearestPairs(int[] left, int[] right) {
        this.left = left;
        this.right = right;
    }

    /** Takes one pair of indexes. */
    @FunctionalInterface
    interface Taker {
        void pair(int left, int right);
    }

    void forEach(Taker taker) {
        if (left.length <= right.length) {
            forEach(left, right, taker);
        } else {
            forEach(right, left, (a, b) -> taker.pair(b, a));
        }
    }

    private static void forEach(int[] few, int[] many, Taker taker) {
        if (few.length == many.length || (long) few.length * many.length > MOST_CELLS) {
            for (int i = 0; i < few.length; i++) taker.pair(i, i);
            return;
        }
        long[][] cost = costs(few, many);
        int at = many.length;
        for (int i = few.length; i > 0; i--) {
            while (at > i && cost[i][at - 1] <= cost[i][at]) at--;
            taker.pair(i - 1, at - 1);
            at--;
        }
    }

    /** {@code cost[i][j]}: the first i of the few all paired within the first j of the many. */
    private static long[][] costs(int[] few, int[] many) {
        var cost = new long[few.length + 1][many.length + 1];
        for (int i = 1; i <= few.length; i++) {
            for (int j = 0; j < i; j++) cost[i][j] = Long.MAX_VALUE / 2;
            for (int j = i; j <= many.length; j++) {
                long paired = cost[i - 1][j - 1] + Math.abs((long) few[i - 1] - many[j - 1]);
                cost[i][j] = Math.min(cost[i][j - 1], paired);
            }
        }
        return cost;
    }
}
