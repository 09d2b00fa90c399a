package dev.touchstone.scanners.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.ScannerRule;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeRulesTest {

    private static final CodeRules SHIPPED = CodeRules.shipped();
    private static final CodeScanner SCANNER = new CodeScanner(SHIPPED);

    static Stream<Named<CodeRule>> rules() {
        return SHIPPED.rules().stream().map(rule -> Named.of(rule.rule().id(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void reportsItsFaultyExample(CodeRule rule) throws IOException {
        var answer = scan(rule, rule.rule().faulty());
        assertThat(answer.leftOut()).isEmpty();
        assertThat(answer.findings())
                .extracting(ReportedFinding::ruleId)
                .contains(rule.rule().id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void staysSilentOnItsMendedExample(CodeRule rule) throws IOException {
        var answer = scan(rule, rule.rule().mended());
        assertThat(answer.leftOut()).isEmpty();
        assertThat(answer.findings()).extracting(ReportedFinding::ruleId).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhyItMattersAndHowToMendInBothLanguages(CodeRule coded) {
        ScannerRule rule = coded.rule();
        for (var text : List.of(rule.title(), rule.why(), rule.mend())) {
            assertThat(text.en()).matches("[\\x20-\\x7E…→’“”×]+");
            assertThat(text.zh()).containsPattern("\\p{IsHan}");
        }
        assertThat(rule.why().en()).hasSizeGreaterThan(40).endsWith(".");
        assertThat(rule.mend().en()).hasSizeGreaterThan(20).endsWith(".");
        assertThat(rule.cwes()).isNotEmpty();
    }

    @Test
    void areAtLeastFortyWithIdsOfTheirOwn() {
        assertThat(SCANNER.rules()).extracting(ScannerRule::id).doesNotHaveDuplicates();
        assertThat(SCANNER.rules()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static UnitAnswer scan(CodeRule rule, String example) throws IOException {
        String text =
                rule.exampleFile().endsWith(".java")
                                && !example.matches("(?s).*(class|interface|record|enum) \\w+.*")
                        ? "class Example {\n" + example + "}\n"
                        : example;
        var tree = TreeInMemory.of(rule.exampleFile(), text);
        return SCANNER.scan(tree, tree.files());
    }
}
