package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import dev.touchstone.formats.Reports.Read;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that real scanners wrote. */
class ToolReportsTest {
    @TempDir Path folder;

    @Test
    void readsSpotBugs() throws Exception {
        Read read = Reports.read(Reports.resource(folder, "spotbugs.sarif"));
        assertThat(read.runs().getFirst().tool()).isEqualTo("SpotBugs");
        assertThat(read.runs().getFirst().complete()).isTrue();
        assertThat(read.findings()).hasSize(4);
        ReportedFinding injection = read.findings().get(1);
        assertThat(injection.ruleId()).isEqualTo("SQL_INJECTION_JDBC");
        assertThat(injection.cwes()).containsExactly(89);
        assertThat(injection.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(injection.message())
                .isEqualTo(
                        "This use of java/sql/Statement.executeQuery(Ljava/lang/String;)Ljava/sql/ResultSet;"
                                + " can be vulnerable to SQL injection (with JDBC).");
        assertThat(injection.primaryLocation())
                .satisfies(
                        place -> {
                            assertThat(place.display())
                                    .isEqualTo(
                                            "bank/jianghai/mobile/account/AccountRepository.java:31");
                            assertThat(place.symbol()).endsWith("findByNickname(long, String)");
                        });
    }

    @Test
    void readsSemgrep() throws Exception {
        Read read = Reports.read(Reports.resource(folder, "semgrep.sarif"));
        assertThat(read.findings())
                .extracting(
                        ReportedFinding::ruleId, ReportedFinding::severity, ReportedFinding::title)
                .containsExactly(
                        tuple(
                                "shell-from-request",
                                Severity.HIGH,
                                "A value from the request reaches a shell."),
                        tuple("weak-digest", Severity.MEDIUM, "MD5 is broken"));
        assertThat(read.findings().getFirst().cwes()).containsExactly(78);
        assertThat(read.findings())
                .as("\"requires login\" is no identity")
                .allSatisfy(each -> assertThat(each.fingerprints()).isEmpty());
    }

    @Test
    void readsBandit() throws Exception {
        Read read = Reports.read(Reports.resource(folder, "bandit.sarif"));
        assertThat(read.findings())
                .extracting(
                        ReportedFinding::ruleId,
                        ReportedFinding::severity,
                        each -> each.primaryLocation().display())
                .containsExactlyInAnyOrder(
                        tuple("B404", Severity.LOW, "src/pay.py:1"),
                        tuple("B602", Severity.HIGH, "src/pay.py:6"),
                        tuple("B324", Severity.HIGH, "src/pay.py:7"),
                        tuple("B608", Severity.MEDIUM, "src/pay.py:10"));
    }
}
