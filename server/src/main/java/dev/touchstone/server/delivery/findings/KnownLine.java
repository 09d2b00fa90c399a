package dev.touchstone.server.delivery.findings;

import dev.touchstone.engine.identity.KnownFindings;
import java.util.ArrayList;
import java.util.List;
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

    private final KnownFindings columns = new KnownFindings();
    private final List<Entry> entries = new ArrayList<>();
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
            add(new Entry(own.number(), true, true, false, true, ofBase.pathId(), 0, 0, 0), ofBase);
        } else {
            add(own, true, ofBase != null);
        }
    }

    private void add(Row row, boolean own, boolean inBase) {
        add(
                new Entry(
                        row.number(),
                        own,
                        inBase,
                        row.open() && !row.absent() || !own,
                        own && row.open() && row.absent(),
                        row.pathId(),
                        row.content(),
                        row.places(),
                        row.rules()),
                row);
    }

    private void add(Entry entry, Row identity) {
        columns.add(
                entry.number(),
                identity.fingerprint(),
                identity.ordinal(),
                identity.context(),
                identity.line(),
                entry.content(),
                mark(entry.places(), entry.rules()),
                entry.present());
        entries.add(entry);
    }

    KnownFindings columns() {
        return columns;
    }

    Entry entry(int index) {
        return entries.get(index);
    }
}
