package dev.touchstone.server.foundation.database.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds; its last member, because only then everything is counted.
 *
 * @param ledgerHash lower-case hex; 64 zeros when the ledger was empty
 * @param signingKey true when the private signing key is inside: then guard the file as the key
 */
record Manifest(
        Begin begin,
        List<TableContent> tables,
        Map<String, SequenceState> sequences,
        List<FileContent> files,
        long ledgerSequence,
        String ledgerHash,
        boolean signingKey) {

    static final int FORMAT = 1;

    /**
     * The first member: what must be known before anything is read.
     *
     * @param migrations newest applied version of each module's schema
     */
    record Begin(int format, String postgres, Instant takenAt, Map<String, String> migrations) {}

    record TableContent(String name, List<String> columns, long rows, String sha256) {}

    record FileContent(String name, String sha256) {}

    record SequenceState(long value, boolean called) {}
}
