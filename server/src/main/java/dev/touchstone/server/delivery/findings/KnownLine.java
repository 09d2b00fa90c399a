package dev.touchstone.server.delivery.findings;

import dev.touchstone.engine.identity.KnownFindings;
import java.util.ArrayList;
import java.util.List;

/** What a code line had before a run, beside the columns by which it is matched. */
final class KnownLine {

    /**
     * @param own true when the line's own series has a row that says so; false when only the base
     *     of a merge request says so
     * @param inBase true when the base of the merge request has it
     * @param fromRun of the own row
     */
    record Entry(
            long number,
            boolean own,
            boolean inBase,
            boolean present,
            boolean absentRow,
            long fromRun,
            long content,
            long places,
            long rules) {}

    private final KnownFindings columns = new KnownFindings();
    private final List<Entry> entries = new ArrayList<>();

    /** Adds one identity of a finding. */
    void add(Entry entry, byte[] fingerprint, int ordinal, long context, int line) {
        columns.add(
                entry.number(),
                fingerprint,
                ordinal,
                context,
                line,
                entry.content(),
                mark(entry.places(), entry.rules()),
                entry.present());
        entries.add(entry);
    }

    /** A finding that other rules saw is looked at again, even when it says the same. */
    static long mark(long places, long rules) {
        return places ^ rules;
    }

    KnownFindings columns() {
        return columns;
    }

    Entry entry(int index) {
        return entries.get(index);
    }
}
