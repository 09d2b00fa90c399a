package dev.touchstone.server.foundation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.server.foundation.ledger.EntryStore.Search;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryStoreTest {

    private static final int ENTRIES = 12_000;

    private final LedgerFixture fixture = LedgerFixture.fresh();
    private final EntryStore store = new EntryStore(fixture.jdbc);

    /** Rows that look like entries; nobody verifies them. Entity 1 has every third. */
    @BeforeEach
    void entries() {
        fixture.jdbc
                .sql(
                        """
                        INSERT INTO ledger.entry
                        SELECT n, now(), CASE n % 3 WHEN 0 THEN NULL ELSE n % 3 END, 'person/' || n % 5,
                            CASE n % 2 WHEN 0 THEN 'MergeReport' ELSE 'DecideGate' END, 'MBANK-R-' || n,
                            '', n::text::bytea, sha256(n::text::bytea), 'x'
                        FROM generate_series(1, ?) n
                        """)
                .param(ENTRIES)
                .update();
        fixture.jdbc
                .sql(
                        """
                        INSERT INTO ledger.body
                        SELECT n, CASE n % 4000 WHEN 1 THEN '陈思远' ELSE 'somebody' END, '{}'
                        FROM generate_series(1, ?) n
                        """)
                .param(ENTRIES)
                .update();
    }

    @Test
    void findsRareNamesAndFrequentWordsAlike() {
        assertThat(sequences(everywhere("陈", null, Long.MAX_VALUE)))
                .containsExactly(8001L, 4001L, 1L);
        assertThat(sequences(everywhere("MBANK", null, Long.MAX_VALUE)))
                .containsExactly(12_000L, 11_999L, 11_998L);
        assertThat(sequences(everywhere("MBANK", "DecideGate", 100)))
                .containsExactly(99L, 97L, 95L);
        assertThat(sequences(everywhere("MBANK-R-7_", null, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void theWallHoldsForEverySearch() {
        assertThat(sequences(walled(List.of(1L), null))).containsExactly(11_998L, 11_995L, 11_992L);
        assertThat(sequences(walled(List.of(1L), "MBANK")))
                .containsExactly(11_998L, 11_995L, 11_992L);
        assertThat(sequences(walled(List.of(1L), "陈"))).containsExactly(4001L - 4000L);
        assertThat(sequences(walled(List.of(1L, 2L), null)))
                .containsExactly(11_999L, 11_998L, 11_996L);
        assertThat(sequences(walled(List.of(3L), null))).isEmpty();
        assertThat(store.find(2, false, List.of(1L))).isEmpty();
        assertThat(store.find(1, false, List.of(1L))).isPresent();
    }

    private List<Long> sequences(Search search) {
        return store.find(search).stream().map(Entry::sequence).toList();
    }

    private static Search everywhere(String text, String command, long before) {
        return new Search(true, List.of(), text, command, null, null, before, 3);
    }

    private static Search walled(List<Long> entities, String text) {
        return new Search(false, entities, text, null, null, null, Long.MAX_VALUE, 3);
    }
}
