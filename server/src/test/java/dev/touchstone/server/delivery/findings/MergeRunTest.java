package dev.touchstone.server.delivery.findings;

import static dev.touchstone.server.delivery.findings.Looks.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import dev.touchstone.server.TestDatabase;
import dev.touchstone.server.delivery.findings.Looks.Look;
import dev.touchstone.server.delivery.runs.Delta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MergeRunTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicLong APPLICATIONS = new AtomicLong();

    private final Looks looks = new Looks(DATABASE, APPLICATIONS.incrementAndGet());

    @Test
    void anUnchangedReportWritesNothing() {
        looks.merge(
                Look.at(1, finding("SQL", "A.java", 5, "a()"), finding("XSS", "B.java", 6, "b()")));
        String before = looks.everything();
        var again =
                looks.merge(
                        Look.at(
                                2,
                                finding("XSS", "B.java", 6, "b()"),
                                finding("SQL", "A.java", 5, "a()")));

        assertThat(again.counts()).isEqualTo(new Delta(0, 2, 0, 0, 0, 0));
        assertThat(looks.everything()).isEqualTo(before);
    }

    @Test
    void theOrderOfTheReportDoesNotMatter() {
        var found = new ArrayList<ReportedFinding>();
        for (int i = 0; i < 60; i++) {
            found.add(
                    finding("R" + i % 3, "F" + i % 4 + ".java", i % 7 + 1, "call(" + i % 5 + ")"));
        }
        looks.merge(Look.at(1, found.toArray(ReportedFinding[]::new)));
        String expected = looks.everything();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(found, new Random(seed));
            var other = new Looks(DATABASE, APPLICATIONS.incrementAndGet());
            other.merge(Look.at(1, found.toArray(ReportedFinding[]::new)));
            assertThat(other.everything()).isEqualTo(expected);
        }
    }

    @Test
    void aFindingKeepsItsNumberWhenItsLineMoves() {
        looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")));
        var moved = looks.merge(Look.at(2, finding("SQL", "A.java", 50, "a()")));

        assertThat(moved.counts()).isEqualTo(new Delta(0, 1, 0, 0, 0, 0));
        assertThat(looks.seenBy(moved)).containsExactly("1 A.java:50");
    }

    @Test
    void aFindingKeepsItsNumberWhenItsFileIsRenamed() {
        looks.merge(Look.at(1, finding("SQL", "old/A.java", 5, "a()")));
        var renamed = looks.merge(Look.at(2, finding("SQL", "new/A.java", 5, "a()")));
        var again = looks.merge(Look.at(3, finding("SQL", "new/A.java", 5, "a()")));

        assertThat(renamed.counts()).isEqualTo(new Delta(0, 1, 1, 0, 0, 0));
        assertThat(again.counts()).isEqualTo(new Delta(0, 1, 0, 0, 0, 0));
        assertThat(looks.seenBy(again)).containsExactly("1 new/A.java:5");
    }

    @Test
    void aToldRenameCountsEvenInAPartialRun() {
        looks.merge(
                Look.at(1, finding("SQL", "A.java", 5, "a()"), finding("SQL", "B.java", 5, "b()")));
        var renamed =
                looks.merge(
                        Look.at(2, finding("SQL", "C.java", 5, "a()"))
                                .renamed("A.java", "C.java")
                                .partial());

        assertThat(renamed.counts()).isEqualTo(new Delta(0, 1, 1, 0, 0, 1));
    }

    @Test
    void aLineWithTheOldNameOfAFileStillKnowsIt() {
        looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")));
        looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")).on("release"));
        looks.merge(Look.at(2, finding("SQL", "C.java", 5, "a()")));
        var old = looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")).on("release"));
        var moved = looks.merge(Look.at(3, finding("SQL", "C.java", 5, "a()")).on("release"));

        assertThat(old.counts()).isEqualTo(new Delta(0, 1, 0, 0, 0, 0));
        assertThat(moved.counts().added()).isZero();
        assertThat(looks.count()).isEqualTo(1);
    }

    @Test
    void equalFindingsInOneFileStayApart() {
        var two =
                new ReportedFinding[] {
                    finding("SQL", "A.java", 5, "a()"), finding("SQL", "A.java", 5, "a()")
                };
        looks.merge(Look.at(1, two));
        var again = looks.merge(Look.at(2, two));
        var one = looks.merge(Look.at(3, finding("SQL", "A.java", 5, "a()")));

        assertThat(looks.count()).isEqualTo(2);
        assertThat(again.counts()).isEqualTo(new Delta(0, 2, 0, 0, 0, 0));
        assertThat(one.counts()).isEqualTo(new Delta(0, 1, 0, 0, 1, 0));
    }

    @Test
    void neitherSeverityNorDescriptionIsPartOfTheIdentity() {
        looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()", Severity.LOW, "old words")));
        var other =
                looks.merge(
                        Look.at(
                                2,
                                finding(
                                        "SQL",
                                        "A.java",
                                        5,
                                        "a()",
                                        Severity.CRITICAL,
                                        "new words")));

        assertThat(other.counts()).isEqualTo(new Delta(0, 1, 1, 0, 0, 0));
        assertThat(looks.findings.seenBy(other, null).getFirst().finding().severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void onlyACompleteRunOfTheSameRulesSaysThatAFindingIsGone() {
        looks.merge(
                Look.at(1, finding("SQL", "A.java", 5, "a()"), finding("XSS", "B.java", 6, "b()")));

        assertThat(looks.merge(Look.at(2).partial()).counts())
                .isEqualTo(new Delta(0, 0, 0, 0, 0, 2));
        assertThat(looks.merge(Look.at(3).rules("other")).counts())
                .isEqualTo(new Delta(0, 0, 0, 0, 0, 2));
        assertThat(
                        looks.merge(Look.at(4, finding("XSS", "C.java", 1, "c()")).rules("other"))
                                .counts())
                .isEqualTo(new Delta(1, 0, 0, 0, 1, 1));
        assertThat(looks.merge(Look.at(5, finding("XSS", "C.java", 1, "c()"))).counts())
                .isEqualTo(new Delta(0, 1, 0, 0, 1, 0));
        assertThat(looks.status(1)).isEqualTo("CLOSED");
    }

    @Test
    void whatComesBackIsReopened() {
        looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")));
        looks.merge(Look.at(2));
        assertThat(looks.status(1)).isEqualTo("CLOSED");
        var back = looks.merge(Look.at(3, finding("SQL", "A.java", 5, "a()")));

        assertThat(back.counts()).isEqualTo(new Delta(0, 0, 0, 1, 0, 0));
        assertThat(looks.status(1)).isEqualTo("REOPENED");
        assertThat(looks.count()).isEqualTo(1);
    }

    @Test
    void aFindingThatIsStillOnAnotherLineStaysOpen() {
        looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")));
        var release = looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")).on("release"));
        looks.merge(Look.at(2));

        assertThat(release.counts()).isEqualTo(new Delta(0, 1, 0, 0, 0, 0));
        assertThat(looks.status(1)).isEqualTo("OPEN");
    }

    @Test
    void aLateReportOfAnOlderCommitChangesNothing() {
        looks.merge(Look.at(1, finding("SQL", "A.java", 5, "a()")));
        looks.merge(Look.at(3, finding("XSS", "B.java", 6, "b()")).after(2, 1));
        String before = looks.everything();
        var late = looks.merge(Look.at(2, finding("SQL", "A.java", 5, "a()")));

        assertThat(late.history()).isTrue();
        assertThat(late.counts()).isEqualTo(new Delta(0, 0, 0, 0, 0, 1));
        assertThat(looks.everything()).isEqualTo(before);
        assertThat(
                        looks.merge(Look.at(4, finding("XSS", "B.java", 6, "b()")).after(3, 2, 1))
                                .counts())
                .isEqualTo(new Delta(0, 1, 0, 0, 0, 0));
    }

    @Test
    void aMergeRequestStoresOnlyItsDifferenceToTheBase() {
        var base =
                looks.merge(
                        Look.at(
                                1,
                                finding("SQL", "A.java", 5, "a()"),
                                finding("XSS", "B.java", 6, "b()")));
        var request =
                looks.merge(
                        Look.at(
                                        9,
                                        finding("SQL", "A.java", 5, "a()"),
                                        finding("LDAP", "C.java", 7, "c()"))
                                .mergeRequest("!1", "main")
                                .after(1));

        assertThat(request.counts()).isEqualTo(new Delta(1, 1, 0, 0, 1, 0));
        assertThat(looks.seenBy(request)).containsExactly("1 A.java:5", "3 C.java:7");
        assertThat(looks.newSince(request, base)).containsExactly(3L);
        assertThat(looks.status(2)).isEqualTo("OPEN");
        assertThat(
                        looks.jdbc
                                .sql(
                                        "select count(*) from findings.presence where application_id = ? and series_id = ?")
                                .params(looks.application, request.seriesId())
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void aMergeRequestFollowsItsBaseAndItsOwnChanges() {
        looks.merge(
                Look.at(1, finding("SQL", "A.java", 5, "a()"), finding("XSS", "B.java", 6, "b()")));
        looks.merge(
                Look.at(9, finding("SQL", "A.java", 5, "a()"), finding("LDAP", "C.java", 7, "c()"))
                        .mergeRequest("!1", "main")
                        .after(1));
        looks.merge(
                Look.at(2, finding("SQL", "A.java", 5, "a()"), finding("OS", "D.java", 8, "d()")));
        var rebased =
                looks.merge(
                        Look.at(
                                        10,
                                        finding("SQL", "A.java", 5, "a()"),
                                        finding("XSS", "B.java", 6, "b()"),
                                        finding("OS", "D.java", 8, "d()"))
                                .mergeRequest("!1", "main")
                                .after(2, 1));

        assertThat(looks.seenBy(rebased)).containsExactly("1 A.java:5", "2 B.java:6", "4 D.java:8");
        assertThat(rebased.counts().added()).isZero();
        assertThat(rebased.counts().gone()).isEqualTo(1);
        assertThat(looks.status(3)).isEqualTo("CLOSED");
        assertThat(looks.count()).isEqualTo(4);
    }

    @Test
    void theMergeBaseIsTheNearestAncestorWithACompleteRunOfTheSameRules() {
        var one = looks.merge(Look.at(1));
        looks.merge(Look.at(2).partial());
        looks.merge(Look.at(3).after(2, 1).rules("other"));
        var request = looks.merge(Look.at(9).mergeRequest("!1", "main").after(3, 2, 1));
        var next = looks.merge(Look.at(10).mergeRequest("!1", "main").after(9, 3, 2, 1));

        assertThat(looks.runs.mergeBase(request)).map(run -> run.number()).contains(one.number());
        assertThat(looks.runs.mergeBase(next)).map(run -> run.number()).contains(one.number());
        assertThat(looks.runs.mergeBase(one)).isEmpty();
    }
}
