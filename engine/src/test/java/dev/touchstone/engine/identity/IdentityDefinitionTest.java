package dev.touchstone.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityDefinitionTest {

    private static final CodeLocation PLACE =
            new CodeLocation(
                    "src/PayeeQuery.java", 44, 9, 44, 60, "run(sql)", "bank.PayeeQuery.find");

    @Test
    void aSeverityOrTextThatTheToolRewordsKeepsTheIdentity() {
        var before = finding("SQL", Severity.LOW, "old words", PLACE);
        var after = finding("SQL", Severity.CRITICAL, "new words", PLACE);
        assertThat(digest("Semgrep", after)).isEqualTo(digest("Semgrep", before));
    }

    @Test
    void aMovedLineKeepsTheIdentity() {
        var moved = new CodeLocation(PLACE.path(), 99, 1, 99, 8, PLACE.snippet(), PLACE.symbol());
        assertThat(digest("Semgrep", finding("SQL", Severity.LOW, "", moved)))
                .isEqualTo(digest("Semgrep", finding("SQL", Severity.LOW, "", PLACE)));
    }

    @Test
    void anEditedLineKeepsAFindingOfSpotBugsInItsMethod() {
        var edited =
                new CodeLocation(PLACE.path(), 44, 9, 44, 70, "run(sql, more)", PLACE.symbol());
        var before = finding("SQL", Severity.LOW, "", PLACE);
        var after = finding("SQL", Severity.LOW, "", edited);
        assertThat(digest("SpotBugs", after)).isEqualTo(digest("SpotBugs", before));
        assertThat(digest("Semgrep", after)).isNotEqualTo(digest("Semgrep", before));
    }

    @Test
    void aRenamedFileKeepsTheContextAndAnotherRuleDoesNot() {
        var renamed = new CodeLocation("src/Other.java", 44, 9, 44, 60, "run(sql)", PLACE.symbol());
        var here = identity("Semgrep", finding("SQL", Severity.LOW, "", PLACE));
        var there = identity("Semgrep", finding("SQL", Severity.LOW, "", renamed));
        var otherRule = identity("Semgrep", finding("XSS", Severity.LOW, "", PLACE));
        assertThat(there.context()).isEqualTo(here.context());
        assertThat(there.digest()).isNotEqualTo(here.digest());
        assertThat(otherRule.context()).isNotEqualTo(here.context());
    }

    @Test
    void partsThatRunIntoEachOtherAreToldApart() {
        var one = new CodeLocation("p", 1, 0, 1, 0, "b", "a");
        var other = new CodeLocation("p", 1, 0, 1, 0, "", "ab");
        assertThat(digest("Semgrep", finding("R", Severity.LOW, "", one)))
                .isNotEqualTo(digest("Semgrep", finding("R", Severity.LOW, "", other)));
    }

    @Test
    void theCanonicalInputNamesItsDefinition() {
        var identity = identity("CodeQL", finding("R", Severity.LOW, "", PLACE));
        assertThat(Identity.definitionOf(identity.canonical())).isEqualTo("codeql/1");
        assertThat(Identity.fingerprint(identity.canonical(), 0))
                .isNotEqualTo(Identity.fingerprint(identity.canonical(), 1));
    }

    private static byte[] digest(String tool, ReportedFinding finding) {
        return identity(tool, finding).digest();
    }

    private static Identity identity(String tool, ReportedFinding finding) {
        return IdentityDefinition.ofTool(tool).of(tool, finding);
    }

    private static ReportedFinding finding(
            String rule, Severity severity, String message, CodeLocation place) {
        return new ReportedFinding(
                rule,
                severity,
                "",
                message,
                List.of(),
                List.of(place),
                List.of(),
                Map.of(),
                null,
                false);
    }
}
