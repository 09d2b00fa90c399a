package dev.touchstone.server.delivery.findings;

import dev.touchstone.engine.identity.KnownFindings;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a code line had before a run, beside the columns by which it is matched. */
final class KnownLine implements KnownBefore {

    /** A row of presence as it is stored. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            long number,
            long fromRun,
            boolean open,
            boolean absent,
            byte[] fingerprint,
            int ordinal,
            long context,
            long pathId,
            int line,
            long content,
            long places,
            long rules) {}

    /**
     * A finding that the line had; made when it is asked for, which it is only for the difference.
     *
     * @param own true when the line's own series has a row that says so; false when only the base
     *     of a merge request says so
     * @param inBase true when the base of the merge request has it
     * @param absentRow true when the own row says that it is not there
     */
    record Entry(
            long number,
            boolean own,
            boolean inBase,
            boolean present,
            boolean absentRow,
            long pathId,
            long content,
            long places,
            long rules) {}

    private static final int OWN = 1;
    private static final int IN_BASE = 2;
    private static final int PRESENT = 4;
    private static final int ABSENT_ROW = 8;

    private final KnownFindings columns = new KnownFindings();
    private long[] pathIds = new long[64];
    private long[] contents = new long[64];
    private long[] places = new long[64];
    private long[] rules = new long[64];
    private byte[] kinds = new byte[64];
    private final Map<Long, Row> base = new TreeMap<>();
    private @Nullable Row newest;

    /** A finding that other rules saw is looked at again, even when it says the same. */
    static long mark(long places, long rules) {
        return places ^ rules;
    }

    /** Takes what the base has; before the line's own rows. */
    void ofBase(Row row) {
        base.put(row.number(), row);
    }

    /**
     * Takes the line's own rows, in the order of number and run: the newest of a finding counts.
     */
    void ofLine(Row row) {
        if (newest != null && newest.number() != row.number()) add(newest);
        newest = row;
    }

    /** Takes what only the base has. */
    void end() {
        if (newest != null) add(newest);
        newest = null;
        base.values().forEach(row -> add(row, false, true));
        base.clear();
    }

    private void add(Row own) {
        Row ofBase = base.remove(own.number());
        if (ofBase == null && own.absent()) return;
        if (ofBase != null && !own.open()) {
            add(ofBase, false, true);
        } else if (ofBase != null && own.absent()) {
            add(ofBase, OWN | IN_BASE | ABSENT_ROW, 0, 0, 0);
        } else {
            add(own, true, ofBase != null);
        }
    }

    private void add(Row row, boolean own, boolean inBase) {
        boolean present = row.open() && !row.absent() || !own;
        int kind = (own ? OWN : 0) | (inBase ? IN_BASE : 0) | (present ? PRESENT : 0);
        boolean absentRow = own && row.open() && row.absent();
        add(row, kind | (absentRow ? ABSENT_ROW : 0), row.content(), row.places(), row.rules());
    }

    private void add(Row identity, int kind, long content, long place, long ruleDigest) {
        int at = columns.size();
        grow(at);
        pathIds[at] = identity.pathId();
        contents[at] = content;
        places[at] = place;
        rules[at] = ruleDigest;
        kinds[at] = (byte) kind;
        columns.add(
                identity.number(),
                identity.fingerprint(),
                identity.ordinal(),
                identity.context(),
                identity.line(),
                content,
                mark(place, ruleDigest),
                (kind & PRESENT) != 0);
    }

    private void grow(int size) {
        if (size < kinds.length) return;
        pathIds = Arrays.copyOf(pathIds, size * 2);
        contents = Arrays.copyOf(contents, size * 2);
        places = Arrays.copyOf(places, size * 2);
        rules = Arrays.copyOf(rules, size * 2);
        kinds = Arrays.copyOf(kinds, size * 2);
    }

    KnownFindings columns() {
        return columns;
    }

    Entry entry(int index) {
        int kind = kinds[index];
        return new Entry(
                columns.number(index),
                (kind & OWN) != 0,
                (kind & IN_BASE) != 0,
                (kind & PRESENT) != 0,
                (kind & ABSENT_ROW) != 0,
                pathIds[index],
                contents[index],
                places[index],
                rules[index]);
    }
}
