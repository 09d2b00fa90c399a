package dev.touchstone.server.delivery.findings;

import static dev.touchstone.server.delivery.findings.Looks.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import dev.touchstone.server.TestDatabase;
import dev.touchstone.server.delivery.findings.Looks.Look;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No operation needs to read a big table from end to end: with sequential scans switched off, the
 * database still counts one when there is no index to go by.
 */
class PlansTest {

    private static final List<String> BIG = List.of("finding", "presence", "finding_text", "alias");

    private final Looks looks = new Looks(TestDatabase.fresh(), 1, "-c enable_seqscan=off");
    private final ListStore list = new ListStore(looks.jdbc);
    private final DetailStore details = new DetailStore(looks.jdbc);

    @BeforeEach
    void findings() {
        looks.merge(Look.at(1, many(0, 200)));
    }

    @Test
    void aScanWouldBeNoticed() {
        var before = scans();
        looks.jdbc
                .sql("select count(*) from findings.finding where start_line = 5")
                .query()
                .singleRow();

        assertThat(scans()).isNotEqualTo(before);
    }

    @Test
    void mergingReadsByIndex() {
        assertNoScan(() -> looks.merge(Look.at(2, many(20, 220))));
        assertNoScan(() -> looks.merge(Look.at(2, many(10, 210)).on("release")));
        assertNoScan(
                () ->
                        looks.merge(
                                Look.at(9, many(50, 230)).mergeRequest("!1", "main").after(2, 1)));
    }

    @Test
    void whatARunSawIsReadByIndex() {
        var first = looks.merge(Look.at(2, many(20, 220)));
        var request = looks.merge(Look.at(9, many(50, 230)).mergeRequest("!1", "main").after(2, 1));

        assertNoScan(() -> looks.findings.seenBy(request, first));
    }

    @Test
    void everyOrderIsReadByIndex() {
        for (FindingSort sort : FindingSort.values()) {
            var filter = filter(null, Set.of(), null);
            assertNoScan(() -> list.page(filter, sort, null, 51));
            var last = list.page(filter, sort, null, 51).getLast();
            assertNoScan(
                    () ->
                            list.page(
                                    filter,
                                    sort,
                                    new FindingCursor(
                                            sort,
                                            last.sortKey(),
                                            last.finding().applicationId(),
                                            last.finding().number()),
                                    51));
        }
    }

    @Test
    void everyFilterIsReadByIndex() {
        var run = looks.merge(Look.at(2, many(20, 220)));
        var line = LineSet.of(List.of(run), List.of());
        for (FindingFilter filter :
                List.of(
                        filter(line, Set.of(), null),
                        filter(null, EnumSet.of(Severity.CRITICAL), null),
                        filter(null, Set.of(), "F1"),
                        new FindingFilter(
                                List.of(1L), null, Set.of(), Set.of(), 89, "Scan", "R3", null))) {
            assertNoScan(() -> list.page(filter, FindingSort.SEVERITY, null, 51));
            assertNoScan(() -> list.count(filter));
        }
    }

    @Test
    void oneFindingIsReadByIndex() {
        assertNoScan(() -> details.finding(1, 7));
        assertNoScan(() -> details.text(1, 7));
        assertNoScan(() -> details.presence(1, 7));
    }

    private static FindingFilter filter(LineSet line, Set<Severity> severities, String words) {
        return new FindingFilter(List.of(1L), line, severities, Set.of(), null, null, null, words);
    }

    private static ReportedFinding[] many(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        i -> finding("R" + i % 7, "F" + i % 13 + ".java", i + 1, "call(" + i + ")"))
                .toArray(ReportedFinding[]::new);
    }

    private void assertNoScan(Runnable operation) {
        var before = scans();
        looks.transaction.executeWithoutResult(status -> operation.run());
        assertThat(scans()).isEqualTo(before);
    }

    private List<Long> scans() {
        var counts = new ArrayList<Long>();
        looks.transaction.executeWithoutResult(
                status -> looks.jdbc.sql("select pg_stat_force_next_flush()").query().singleRow());
        looks.transaction.executeWithoutResult(
                status ->
                        BIG.forEach(
                                table ->
                                        counts.add(
                                                looks.jdbc
                                                        .sql(
                                                                "select seq_scan from pg_stat_user_tables where schemaname = 'findings' and relname = ?")
                                                        .param(table)
                                                        .query(Long.class)
                                                        .single())));
        return counts;
    }
}
