package dev.touchstone.scanners.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.engine.policy.Text;
import dev.touchstone.scanners.ScannerRule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class InfrastructureRulesTest {

    private static final InfrastructureScanner SCANNER = new InfrastructureScanner();

    @Test
    void everyRuleReportsItsFaultyExampleAndIsSilentOnItsMendedOne() throws IOException {
        var softly = new SoftAssertions();
        for (Rule rule : SCANNER.compiled()) {
            String id = rule.text().id();
            softly.assertThat(reported(rule.file(), rule.text().faulty()))
                    .as("the faulty example of %s", id)
                    .contains(id);
            softly.assertThat(reported(rule.file(), rule.text().mended()))
                    .as("the mended example of %s", id)
                    .doesNotContain(id);
        }
        softly.assertAll();
    }

    private Set<String> reported(String file, String text) throws IOException {
        var tree = FolderTree.of(Map.of(file, text));
        var ids = new TreeSet<String>();
        for (var unit : SCANNER.units(tree)) {
            var answer = SCANNER.scan(tree, unit);
            assertThat(answer.leftOut()).as(text).isEmpty();
            answer.findings().forEach(finding -> ids.add(finding.ruleId()));
        }
        return ids;
    }

    @Test
    void everyRuleSpeaksBothLanguagesAndNamesItsWeakness() {
        assertThat(SCANNER.rules())
                .hasSizeGreaterThanOrEqualTo(120)
                .extracting(ScannerRule::id)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        id ->
                                assertThat(id)
                                        .matches(
                                                "(DOCKER|COMPOSE|K8S|HELM)-\\d{3}|TF-[A-Z]+-\\d{3}"));
        assertThat(SCANNER.rules())
                .allSatisfy(
                        rule -> {
                            assertThat(rule.cwes()).isNotEmpty();
                            for (Text text : List.of(rule.title(), rule.why(), rule.mend())) {
                                assertThat(text.zh()).matches("(?s).*\\p{IsHan}.*");
                                assertThat(text.en()).matches("[\\x00-\\x7F]{6,}");
                            }
                        });
    }

    @Test
    void aCorpusCheckIsMappedByNoMoreThanOneRuleOfItsFormat() {
        assertThat(SCANNER.compiled().stream().flatMap(rule -> rule.maps().stream()).distinct())
                .hasSizeGreaterThanOrEqualTo(60)
                .allMatch(check -> check.matches("CKV2?_[A-Z0-9]+_\\d+"));
    }
}
