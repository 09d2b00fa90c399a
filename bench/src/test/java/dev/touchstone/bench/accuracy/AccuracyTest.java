package dev.touchstone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void thePageAndTheMeasuredPrecisionSayWhatTheSourceRulesDo() throws Exception {
        var sections = List.of(new CodeAccuracy(ROOT).section());
        String page = Files.readString(ROOT.resolve(Accuracy.PAGE));
        String precision = Files.readString(ROOT.resolve(Accuracy.PRECISION));
        assertThat(page)
                .as("docs/accuracy.md; make accuracy writes it anew")
                .isEqualTo(Page.with(page, sections));
        assertThat(precision)
                .as("precision.yml; make accuracy writes it anew")
                .isEqualTo(PrecisionFile.with(precision, sections));
    }

    @Test
    void aFindingBelongsToTheNearestRowOfItsKind() {
        var far = row(10, "CWE-89", "weak");
        var near = row(12, "CWE-89", "safe");
        var other = row(13, "CWE-79", "weak");
        var matched = Matched.of(sheet(far, near, other), List.of(finding(13, 564)));
        assertThat(matched.byRow()).containsOnlyKeys(near);
        assertThat(matched.tally()).isEqualTo(new Tally(2, 0, 1, 1));
    }

    @Test
    void aFindingFartherThanThreeLinesIsOutside() {
        var matched = Matched.of(sheet(row(10, "CWE-89", "weak")), List.of(finding(14, 89)));
        assertThat(matched.outside()).hasSize(1);
        assertThat(matched.tally().missed()).isEqualTo(1);
    }

    private static AnswerSheet sheet(AnswerSheet.Row... rows) {
        return new AnswerSheet(List.of(rows));
    }

    private static AnswerSheet.Row row(int line, String kind, String answer) {
        return new AnswerSheet.Row("A.java", line, kind, answer, "");
    }

    private static ReportedFinding finding(int line, int cwe) {
        return new ReportedFinding(
                "RULE",
                Severity.HIGH,
                "",
                "",
                List.of(cwe),
                List.of(CodeLocation.ofLine("A.java", line)),
                List.of(),
                Map.of(),
                null,
                false);
    }
}
