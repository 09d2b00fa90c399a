package dev.touchstone.scanners.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretRulesTest {

    private static final SecretScanner SCANNER = new SecretScanner();
    private static final List<SecretRule> RULES = Rules.shipped().all();

    static Stream<SecretRule> rulesOfTexts() {
        return RULES.stream().filter(rule -> !rule.exampleFile().equals("BINARY"));
    }

    static Stream<SecretRule> rulesOfDoubt() {
        return rulesOfTexts().filter(rule -> rule.unproven() != null);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTexts")
    void reportsItsFaultyExample(SecretRule rule) {
        assertThat(ids(rule.exampleFile(), rule.text().faulty()))
                .as(rule.text().faulty())
                .contains(rule.id());
    }

    @ParameterizedTest
    @MethodSource("rulesOfTexts")
    void everyRuleIsSilentOnTheMendedExample(SecretRule rule) {
        assertThat(ids(rule.exampleFile(), rule.text().mended()))
                .as(rule.text().mended())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOfDoubt")
    void reportsABrokenTokenOnlyUnderTheRuleOfDoubt(SecretRule rule) {
        var doubt = java.util.Objects.requireNonNull(rule.unproven());
        assertThat(ids(rule.exampleFile(), doubt.faulty()))
                .as(doubt.faulty())
                .contains(doubt.id())
                .doesNotContain(rule.id());
        assertThat(doubt.severity()).isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTexts")
    void saysInBothLanguagesWhyAndHowToMend(SecretRule rule) {
        var text = rule.text();
        assertThat(List.of(text.title(), text.why(), text.mend()))
                .allSatisfy(
                        words -> {
                            assertThat(words.en()).isNotBlank().matches("\\p{ASCII}+|.*’.*");
                            assertThat(words.zh()).containsPattern("\\p{IsHan}");
                        });
    }

    @Test
    void knowsMoreThanAHundredKindsOfTokens() {
        assertThat(RULES.stream().filter(rule -> !rule.shapes().isEmpty()).count())
                .isGreaterThan(100);
        assertThat(SCANNER.rules()).doesNotHaveDuplicates();
        assertThat(RULES).extracting(SecretRule::id).doesNotHaveDuplicates();
    }

    private static List<String> ids(String path, String text) {
        return SCANNER.scan(path, text.getBytes(StandardCharsets.UTF_8)).findings().stream()
                .map(ReportedFinding::ruleId)
                .toList();
    }
}
