package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import dev.touchstone.formats.Reports.Read;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReaderTest {
    private static final String TOOL = "\"tool\": {\"driver\": {\"name\": \"Scan\"}}";

    @TempDir Path folder;

    @Test
    void readsRulesThatStandAfterTheResults() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        """
                        "results": [{"ruleIndex": 0, "message": {"id": "found", "arguments": ["x", "y"]}}],
                        "tool": {"driver": {"name": "Scan", "version": "3", "rules": [{
                          "id": "SQLI", "shortDescription": {"text": "SQL  injection"},
                          "messageStrings": {"found": {"text": "{{{0}}} reaches {1}; see [the rule](1)."}},
                          "helpUri": "https://scan.example/SQLI",
                          "properties": {"security-severity": "9.1", "tags": ["external/cwe/cwe-089"]}}]}}
                        """);
        ReportedFinding finding = read.only();
        assertThat(finding.ruleId()).isEqualTo("SQLI");
        assertThat(finding.title()).isEqualTo("SQL injection");
        assertThat(finding.message()).isEqualTo("{x} reaches y; see the rule.");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.cwes()).containsExactly(89);
        assertThat(finding.helpUri()).isEqualTo("https://scan.example/SQLI");
        assertThat(read.runs().getFirst().toolVersion()).isEqualTo("3");
    }

    @Test
    void findsTheRuleOfAnExtensionAndOfAHierarchicalId() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        """
                        "tool": {"driver": {"name": "Scan", "rules": [{"id": "CA1000",
                            "shortDescription": {"text": "Static members"}}]},
                          "extensions": [{"name": "queries", "rules": [{"id": "java/xss",
                            "shortDescription": {"text": "Cross-site scripting"}}]}]},
                        "results": [
                          {"rule": {"index": 0, "toolComponent": {"index": 0}}, "message": {"text": "a"}},
                          {"ruleId": "java/xss", "message": {"text": "b"}},
                          {"ruleId": "CA1000/1", "message": {"text": "c"}}]
                        """);
        assertThat(read.findings())
                .extracting(ReportedFinding::ruleId)
                .containsExactly("java/xss", "java/xss", "CA1000/1");
        assertThat(read.findings())
                .extracting(ReportedFinding::title)
                .containsExactly("Cross-site scripting", "Cross-site scripting", "Static members");
    }

    @Test
    void takesWeaknessClassesFromTaxonomiesOfRuleAndResult() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        """
                        "tool": {"driver": {"name": "Scan", "rules": [{"id": "R", "relationships": [
                          {"target": {"id": "502", "toolComponent": {"name": "CWE"}}},
                          {"target": {"id": "7", "toolComponent": {"name": "OWASP"}}}]}]}},
                        "taxonomies": [{"name": "CWE", "taxa": [{"id": "CWE-20"}]}],
                        "results": [{"ruleId": "R", "message": {"text": "x"},
                          "taxa": [{"index": 0, "toolComponent": {"index": 0}}]}]
                        """);
        assertThat(read.only().cwes()).containsExactly(20, 502);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MEDIUM",
        "'\"level\": \"error\",', HIGH",
        "'\"level\": \"note\",', LOW",
        "'\"kind\": \"review\",', INFO",
        "'\"properties\": {\"security-severity\": 4.5},', MEDIUM",
        "'\"level\": \"note\", \"properties\": {\"issue_severity\": \"HIGH\"},', HIGH"
    })
    void gradesByScoreThenByWordThenByLevel(String members, Severity severity) throws Exception {
        Read read =
                Reports.run(
                        folder,
                        TOOL + ", \"results\": [{" + members + "\"message\": {\"text\": \"x\"}}]");
        assertThat(read.only().severity()).isEqualTo(severity);
    }

    @Test
    void takesTheLevelFromTheInvocationBeforeTheRule() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        """
                        "tool": {"driver": {"name": "Scan", "rules": [{"id": "R",
                          "defaultConfiguration": {"level": "error"}}]}},
                        "invocations": [{"executionSuccessful": true, "ruleConfigurationOverrides": [
                          {"descriptor": {"id": "R"}, "configuration": {"level": "note"}}]}],
                        "results": [{"ruleId": "R", "message": {"text": "x"}}]
                        """);
        assertThat(read.only().severity()).isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"kind\": \"pass\"'",
        "'\"kind\": \"notApplicable\"'",
        "'\"kind\": \"informational\"'",
        "'\"baselineState\": \"absent\"'"
    })
    void doesNotTakeForAFindingWhatReportsNoWeakness(String member) throws Exception {
        Read read =
                Reports.run(
                        folder,
                        TOOL + ", \"results\": [{" + member + ", \"message\": {\"text\": \"x\"}}]");
        assertThat(read.findings()).isEmpty();
        assertThat(read.runs()).hasSize(1);
    }

    @Test
    void readsPlacesFlowsSuppressionsAndFingerprints() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        TOOL
                                + """
                                , "logicalLocations": [{"fullyQualifiedName": "a.B.c()"}],
                                "artifacts": [{"location": {"uri": "src/B.java"}}],
                                "threadFlowLocations": [{"location": {"physicalLocation":
                                  {"artifactLocation": {"index": 0}, "region": {"startLine": 3}},
                                  "message": {"text": "source"}}}],
                                "results": [{"message": {"text": "x"},
                                  "locations": [{"physicalLocation": {"artifactLocation": {"index": 0},
                                    "region": {"startLine": 7, "startColumn": 2, "endColumn": 9,
                                      "snippet": {"text": "run(q)"}}},
                                    "logicalLocations": [{"index": 0}]}],
                                  "codeFlows": [{"threadFlows": [{"locations": [{"index": 0},
                                    {"location": {"physicalLocation": {"artifactLocation":
                                      {"uri": "src/B.java"}, "region": {"startLine": 7}}}}]}]}],
                                  "suppressions": [{"kind": "inSource"}],
                                  "partialFingerprints": {"hash/v1": "abc"}}]
                                """);
        ReportedFinding finding = read.only();
        assertThat(finding.primaryLocation())
                .isEqualTo(new CodeLocation("src/B.java", 7, 2, 7, 9, "run(q)", "a.B.c()"));
        assertThat(finding.flow())
                .extracting(step -> step.location().display())
                .containsExactly("src/B.java:3", "src/B.java:7");
        assertThat(finding.flow().getFirst().message()).isEqualTo("source");
        assertThat(finding.suppressed()).isTrue();
        assertThat(finding.fingerprints()).containsEntry("hash/v1", "abc");
    }

    @Test
    void aSuppressionInQuestionDoesNotSuppress() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        TOOL
                                + """
                                , "results": [{"message": {"text": "x"}, "suppressions": [
                                  {"kind": "external"}, {"kind": "external", "status": "underReview"}]}]
                                """);
        assertThat(read.only().suppressed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"executionSuccessful\": true}', true",
        "'{\"executionSuccessful\": false}', false",
        "'{\"executionSuccessful\": true, \"toolConfigurationNotifications\":"
                + " [{\"level\": \"error\", \"message\": {\"text\": \"no rules\"}}]}', false",
        "'{\"executionSuccessful\": true, \"toolExecutionNotifications\":"
                + " [{\"level\": \"warning\", \"message\": {\"text\": \"slow\"}}]}', true"
    })
    void countsAsCompleteOnlyWhatDoesNotSayOtherwise(String invocation, boolean complete)
            throws Exception {
        Read read =
                Reports.run(
                        folder, TOOL + ", \"invocations\": [" + invocation + "], \"results\": []");
        assertThat(read.runs().getFirst().complete()).isEqualTo(complete);
    }

    @Test
    void resultsInAnotherFileMakeTheRunIncompleteAndAreNamed() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        TOOL
                                + """
                                , "externalPropertyFileReferences":
                                  {"results": [{"location": {"uri": "more.sarif-external-properties"}}]}
                                """);
        assertThat(read.runs().getFirst().complete()).isFalse();
        assertThat(read.warnings())
                .singleElement()
                .satisfies(each -> assertThat(each.place()).contains("/runs/0/external"));
    }

    @Test
    void theRuleDigestDoesNotDependOnWhichListedRulesHit() throws Exception {
        String rules =
                "\"tool\": {\"driver\": {\"name\": \"S\", \"version\": \"1\", \"rules\": [%s]}}, \"results\": [%s]";
        String a = "{\"id\": \"A\"}";
        String b = "{\"id\": \"B\"}";
        String hitA = "{\"ruleId\": \"A\", \"message\": {\"text\": \"x\"}}";
        String hitB = "{\"ruleId\": \"B\", \"message\": {\"text\": \"x\"}}";
        assertThat(digest(rules.formatted(a, hitA)))
                .as("lists only what hit")
                .isEqualTo(digest(rules.formatted(b, hitB)))
                .isEqualTo(digest(rules.formatted("", "")));
        assertThat(digest(rules.formatted(a + "," + b, hitA)))
                .as("lists all")
                .isEqualTo(digest(rules.formatted(b + "," + a, "")))
                .isNotEqualTo(digest(rules.formatted(a, "")));
    }

    private String digest(String members) throws Exception {
        return Reports.run(folder, members).runs().getFirst().ruleDigest();
    }

    @Test
    void keepsMarkupAsTextAndReplacesWhatNoDatabaseStores() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        TOOL
                                + ", \"results\": [{\"message\": {\"text\":"
                                + " \"<script>a\\u0000b\\ud800</script>\"}}]");
        assertThat(read.only().message()).isEqualTo("<script>a\uFFFDb\uFFFD</script>");
    }

    @Test
    void readsABomAndARunWithoutResults() throws Exception {
        Read read = Reports.read(folder, "\uFEFF" + Reports.document(TOOL));
        assertThat(read.runs()).hasSize(1);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void doesNotPassOnAHelpAddressThatIsNoWebAddress() throws Exception {
        Read read =
                Reports.run(
                        folder,
                        """
                        "tool": {"driver": {"name": "S", "rules": [{"id": "R", "helpUri": "javascript:alert(1)"}]}},
                        "results": [{"ruleId": "R", "message": {"text": "x"}}]
                        """);
        assertThat(read.only().helpUri()).isNull();
    }
}
