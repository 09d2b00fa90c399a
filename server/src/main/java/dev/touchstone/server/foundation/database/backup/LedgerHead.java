package dev.touchstone.server.foundation.database.backup;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the journal in a database goes. */
record LedgerHead(long sequence, String hash) {

    private static final LedgerHead NONE = new LedgerHead(0, "0".repeat(64));

    static LedgerHead of(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT sequence, encode(hash, 'hex') FROM ledger.entry
                        ORDER BY sequence DESC LIMIT 1
                        """)
                .query((row, number) -> new LedgerHead(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(NONE);
    }
}
