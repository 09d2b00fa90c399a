package dev.touchstone.server.foundation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.server.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLedgerTest {

    @TempDir Path data;

    private final MovableClock clock = new MovableClock();
    private LedgerFixture fixture;
    private PlatformKeys keys;
    private Checkpoints checkpoints;
    private HeadFile headFile;
    private VerifyLedger verify;

    /** Ten entries; a checkpoint signs the sixth. */
    @BeforeEach
    void journal() {
        fixture = LedgerFixture.fresh(clock);
        keys = new PlatformKeys(data, null);
        var store = new CheckpointStore(fixture.jdbc);
        checkpoints = new Checkpoints(fixture.store, store, keys, clock);
        headFile = new HeadFile(data, fixture.store, keys, clock);
        verify = new VerifyLedger(new VerifyStore(fixture.source), store, fixture.store);
        write(6);
        clock.forward(Checkpoints.EVERY);
        sign();
        write(4);
    }

    @Test
    void findsNothingWrongInAnUntouchedJournal() {
        var result = verify();

        assertThat(result.ok()).isTrue();
        assertThat(result.last()).isEqualTo(10);
        assertThat(result.provableTo()).isEqualTo(6);
        assertThat(result.provenBy()).isEqualTo("the checkpoint at entry 6");
        assertThat(result.erasedBodies()).isZero();
    }

    @Test
    void acceptsAnEmptyJournal() {
        fixture = LedgerFixture.fresh(clock);
        var store = new CheckpointStore(fixture.jdbc);
        verify = new VerifyLedger(new VerifyStore(fixture.source), store, fixture.store);

        assertThat(verify().ok()).isTrue();
    }

    @Test
    void findsEveryFieldThatWasChanged() {
        for (var change :
                List.of(
                        "at = at + interval '1 microsecond'",
                        "entity_id = 9",
                        "actor = 'person/1'",
                        "command = 'Other'",
                        "subject = 'W-4711'",
                        "body_digest = sha256('x')",
                        "hash = sha256('x')",
                        "suite = 'SM3/SM2'")) {
            journal();
            fixture.tamper("UPDATE ledger.entry SET " + change + " WHERE sequence = 4");

            assertThat(verify().firstFlaw())
                    .as(change)
                    .isEqualTo(
                            new Flaw(
                                    Flaw.Kind.CHANGED,
                                    4,
                                    4,
                                    "Entry 4 is not what was chained: its hash does not match."));
        }
    }

    @Test
    void findsABodyThatWasChanged() {
        fixture.tamper("UPDATE ledger.body SET actor = 'Somebody' WHERE sequence = 4");

        assertThat(verify().firstFlaw()).isEqualTo(Flaw.bodyChanged(4));
    }

    @Test
    void countsBodiesThatWereErased() {
        fixture.tamper("SELECT ledger.erase_body(4)", true);

        assertThat(verify().ok()).isTrue();
        assertThat(verify().erasedBodies()).isEqualTo(1);
    }

    @Test
    void findsEntriesThatWereDeleted() {
        fixture.tamper("DELETE FROM ledger.entry WHERE sequence IN (3, 4)");

        var result = verify();
        assertThat(result.firstFlaw()).isEqualTo(Flaw.missing(3, 4));
        assertThat(result.provableTo()).isZero();
    }

    @Test
    void findsAGapThatWasClosedByRenumbering() {
        fixture.tamper("DELETE FROM ledger.entry WHERE sequence = 4");
        fixture.tamper("UPDATE ledger.entry SET sequence = -sequence WHERE sequence > 4", true);
        fixture.tamper("UPDATE ledger.entry SET sequence = -sequence - 1 WHERE sequence < 0");

        assertThat(verify().firstFlaw().kind()).isEqualTo(Flaw.Kind.CHANGED);
        assertThat(verify().firstFlaw().from()).isEqualTo(4);
    }

    @Test
    void findsAnEntryThatWasPutIn() {
        fixture.tamper("ALTER TABLE ledger.entry DROP CONSTRAINT entry_previous_key");
        fixture.tamper(
                "UPDATE ledger.entry SET sequence = sequence + 100 WHERE sequence > 4", true);
        fixture.tamper("UPDATE ledger.entry SET sequence = sequence - 99 WHERE sequence > 100");
        fixture.tamper(
                """
                INSERT INTO ledger.entry
                SELECT 5, at, entity_id, actor, command, subject, body_digest, hash, sha256('x'), suite
                FROM ledger.entry WHERE sequence = 4
                """);

        assertThat(verify().firstFlaw()).isEqualTo(Flaw.changed(5));
    }

    @Test
    void findsEntriesThatWereSwapped() {
        fixture.tamper("UPDATE ledger.entry SET sequence = 1000 WHERE sequence = 4");
        fixture.tamper("UPDATE ledger.entry SET sequence = 4 WHERE sequence = 5");
        fixture.tamper("UPDATE ledger.entry SET sequence = 5 WHERE sequence = 1000");

        assertThat(verify().firstFlaw().from()).isEqualTo(4);
    }

    @Test
    void findsAnEndThatWasCutOffBackToTheHeadFile() {
        headFile.follow();
        cutOff();

        var result = verify();
        assertThat(result.firstFlaw().kind()).isEqualTo(Flaw.Kind.CUT_OFF);
        assertThat(result.firstFlaw().from()).isEqualTo(9);
        assertThat(result.firstFlaw().to()).isEqualTo(10);
    }

    @Test
    void findsAnEndThatWasCutOffByTheBodiesThatWereForgotten() {
        fixture.tamper("DELETE FROM ledger.entry WHERE sequence > 8");

        assertThat(verify().firstFlaw()).isEqualTo(Flaw.bodiesWithoutEntries(8, 10));
    }

    @Test
    void saysThatWhatIsNewerThanEveryHeadIsNotProvable() {
        cutOff();

        var result = verify();
        assertThat(result.ok()).isTrue();
        assertThat(result.provableTo()).isEqualTo(6);
        assertThat(result.last()).isEqualTo(8);
    }

    @Test
    void findsAJournalThatWasRewrittenWithoutTheKey() {
        new Intruder(fixture).rewriteFrom(3);

        var result = verify();
        assertThat(result.firstFlaw().kind()).isEqualTo(Flaw.Kind.REWRITTEN);
        assertThat(result.firstFlaw().from()).isEqualTo(1);
        assertThat(result.firstFlaw().to()).isEqualTo(6);
    }

    @Test
    void findsCheckpointsOfAStrangersKey() {
        var intruder = new Intruder(fixture);
        intruder.rewriteFrom(3);
        intruder.signAnew(new PlatformKeys(data.resolve("stranger"), null));

        assertThat(verify().firstFlaw().kind()).isEqualTo(Flaw.Kind.BAD_CHECKPOINT);
    }

    @Test
    void anAnchorExposesAJournalThatWasRewrittenWithTheKey() {
        var anchor = fixture.ledger.head();
        var intruder = new Intruder(fixture);
        intruder.rewriteFrom(3);
        intruder.signAnew(keys);
        assertThat(verify().ok()).isTrue();

        var result =
                verify(List.of(new Pin(anchor.sequence(), anchor.hash(), "the anchor of May")));

        assertThat(result.firstFlaw().kind()).isEqualTo(Flaw.Kind.REWRITTEN);
        assertThat(result.firstFlaw().to()).isEqualTo(10);
        assertThat(result.provenBy()).isEqualTo("the checkpoint at entry 6");
    }

    @Test
    void aNumberFarAwayIsOneGapAndNotEndlessWork() {
        fixture.tamper("UPDATE ledger.entry SET sequence = 900000000000000 WHERE sequence = 10");

        assertThat(verify().firstFlaw()).isEqualTo(Flaw.missing(10, 899_999_999_999_999L));
    }

    @Test
    void checkpointsNeverLeaveMoreThanAThousandEntriesUnsigned() {
        fixture.jdbc
                .sql(
                        """
                        INSERT INTO ledger.entry
                        SELECT n, now(), NULL, 'a', 'b', 'c', '', n::text::bytea, sha256(n::text::bytea), 'x'
                        FROM generate_series(11, 3500) n
                        """)
                .update();
        sign();

        assertThat(
                        fixture.jdbc
                                .sql("SELECT sequence FROM ledger.checkpoint ORDER BY 1")
                                .query(Long.class)
                                .list())
                .containsExactly(6L, 1006L, 2006L, 3006L);
    }

    @Test
    void aFreshEntryIsSignedWithinAMinuteButNotAtOnce() {
        sign();
        assertThat(new CheckpointStore(fixture.jdbc).newest()).isEqualTo(6);

        clock.forward(Checkpoints.EVERY.minus(Duration.ofMillis(1)));
        sign();
        assertThat(new CheckpointStore(fixture.jdbc).newest()).isEqualTo(6);

        clock.forward(Duration.ofMillis(1));
        sign();
        assertThat(new CheckpointStore(fixture.jdbc).newest()).isEqualTo(10);
    }

    @Test
    void headThatTheJournalNoLongerHoldsIsKeptAsEvidenceForGood() {
        headFile.follow();
        cutOff();
        headFile.follow();
        assertThat(verify().firstFlaw().kind()).isEqualTo(Flaw.Kind.CUT_OFF);

        write(5);
        headFile.follow();

        assertThat(verify().firstFlaw().kind()).isEqualTo(Flaw.Kind.REWRITTEN);
        assertThat(verify().firstFlaw().message()).contains("evidence/ledger-head-10-");
    }

    @Test
    void evidenceIsFoundAfterAStartToo() {
        headFile.follow();
        cutOff();
        headFile = new HeadFile(data, fixture.store, keys, clock);
        write(5);
        headFile.follow();

        assertThat(verify().firstFlaw().kind()).isEqualTo(Flaw.Kind.REWRITTEN);
    }

    @Test
    void headFileFollowsAnHonestJournalWithoutEvidence() {
        headFile.follow();
        write(3);
        headFile.follow();
        new HeadFile(data, fixture.store, keys, clock).follow();

        assertThat(headFile.pins()).singleElement().extracting(Pin::sequence).isEqualTo(13L);
        assertThat(data.resolve("evidence")).doesNotExist();
    }

    @Test
    void headFileOfAnotherLedgerProvesNothing() {
        headFile.follow();
        fixture.tamper("UPDATE ledger.platform SET id = gen_random_uuid()");

        assertThat(headFile.pins()).isEmpty();
    }

    private void cutOff() {
        fixture.tamper("DELETE FROM ledger.entry WHERE sequence > 8");
        fixture.tamper("DELETE FROM ledger.body WHERE sequence > 8");
    }

    private void write(int entries) {
        for (var i = 0; i < entries; i++) {
            fixture.command("Work", "W-" + i, i % 2 == 0 ? 7L : null);
        }
    }

    private void sign() {
        fixture.inTransaction(
                () -> {
                    checkpoints.signWhatIsDue();
                    return null;
                });
    }

    private VerificationResult verify() {
        return verify(headFile.pins());
    }

    private VerificationResult verify(List<Pin> outside) {
        return verify.verify(TrustedKeys.of(keys.all()), outside, count -> {});
    }
}
