package dev.touchstone.server.delivery.intake;

import static dev.touchstone.server.delivery.intake.Sender.finding;
import static dev.touchstone.server.delivery.intake.Sender.sarif;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Intake intake = new Intake();

    @Test
    void aJobOfADeadNodeIsTakenOverWhenItsLeaseIsOver() {
        long report = intake.upload("main", 1, sarif(finding("SQL", "A.java", 1, "a()")));
        intake.lease(intake.clock.instant().plus(LEASE)).orElseThrow();
        assertThat(intake.lease(intake.clock.instant().plus(LEASE))).isEmpty();

        intake.clock.forward(LEASE.plusSeconds(1));
        var again = intake.lease(intake.clock.instant().plus(LEASE)).orElseThrow();
        intake.merging.merge(again);

        assertThat(again.attempts()).isEqualTo(2);
        assertThat(intake.report(report).state()).isEqualTo(Report.State.MERGED);
        assertThat(intake.count("intake.job")).isZero();
    }

    @Test
    void whoHoldsAnOlderLeaseChangesNothing() {
        intake.upload("main", 1, sarif(finding("SQL", "A.java", 1, "a()")));
        var stale = intake.lease(intake.clock.instant().plus(LEASE)).orElseThrow();
        intake.clock.forward(LEASE.plusSeconds(1));
        var fresh = intake.lease(intake.clock.instant().plus(LEASE)).orElseThrow();
        long entries = intake.count("ledger.entry");

        assertThatThrownBy(() -> intake.merging.merge(stale)).isInstanceOf(LeaseLost.class);

        assertThat(intake.count("findings.finding")).isZero();
        assertThat(intake.count("runs.run")).isZero();
        assertThat(intake.count("ledger.entry")).isEqualTo(entries);
        intake.merging.merge(fresh);
        assertThat(intake.count("findings.finding")).isEqualTo(1);
        assertThatThrownBy(() -> intake.merging.merge(stale)).isInstanceOf(LeaseLost.class);
        assertThat(intake.count("runs.run")).isEqualTo(1);
    }

    @Test
    void reportsOfOneLineAreLeasedOneAfterTheOtherAndOthersBeside() {
        long first = intake.upload("main", 1, sarif());
        intake.upload("main", 2, sarif());
        long other = intake.upload("release", 1, sarif());
        var until = intake.clock.instant().plus(LEASE);

        assertThat(intake.lease(until)).map(Job::reportNumber).contains(first);
        assertThat(intake.lease(until)).map(Job::reportNumber).contains(other);
        assertThat(intake.lease(until)).isEmpty();
    }

    @Test
    void aRefusedReportLeavesNothingButItsReason() {
        byte[] whole =
                sarif(finding("SQL", "A.java", 1, "a()"), finding("XSS", "B.java", 1, "b()"));
        long report = intake.upload("main", 1, java.util.Arrays.copyOf(whole, whole.length - 40));
        intake.merging.merge(intake.lease(intake.clock.instant().plus(LEASE)).orElseThrow());

        assertThat(intake.report(report).state()).isEqualTo(Report.State.REFUSED);
        assertThat(intake.report(report).faults()).isNotEmpty();
        assertThat(intake.report(report).faults().getFirst().place()).matches("\\d+:\\d+.*|/.*");
        assertThat(intake.count("findings.finding")).isZero();
        assertThat(intake.count("runs.run")).isZero();
        assertThat(intake.count("runs.line")).isZero();
        assertThat(intake.count("intake.raw")).isEqualTo(1);
    }
}
