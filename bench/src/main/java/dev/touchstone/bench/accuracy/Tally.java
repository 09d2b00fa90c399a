package dev.touchstone.bench.accuracy;

import java.util.Locale;

/**
 * Found, missed and false on a set of rows.
 *
 * @param faults rows that should be reported
 * @param safe rows that should not be
 * @param alarms safe rows that were reported
 */
record Tally(int faults, int found, int safe, int alarms) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                faults + other.faults,
                found + other.found,
                safe + other.safe,
                alarms + other.alarms);
    }

    int missed() {
        return faults - found;
    }

    int judged() {
        return found + alarms;
    }

    String recall() {
        return ratio(found, faults);
    }

    String precision() {
        return ratio(found, found + alarms);
    }

    /** {@code found / missed / false}. */
    String triple() {
        return found + " / " + missed() + " / " + alarms;
    }

    private static String ratio(int part, int whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.2f", (double) part / whole);
    }
}
