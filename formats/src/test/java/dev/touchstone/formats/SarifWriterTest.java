package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifWriterTest {
    private static final ReportedRun RUN = new ReportedRun("Scan", "1.0", "ab".repeat(32), false);
    private static final List<ReportedFinding> FINDINGS =
            List.of(
                    finding("SQLI", Severity.CRITICAL, "src/转账 %/A#1.java", 3),
                    finding("SQLI", Severity.LOW, "src/B.java", 9),
                    finding("XSS", Severity.INFO, "src/B.java", 4));

    @TempDir Path folder;

    private static ReportedFinding finding(String rule, Severity severity, String path, int line) {
        CodeLocation place = new CodeLocation(path, line, 1, line, 8, "<b>", "A.b()");
        return new ReportedFinding(
                rule,
                severity,
                "Title of " + rule,
                "Message with \"quotes\" and <b>",
                List.of(20, 89),
                List.of(place),
                List.of(new FlowStep(place, "here"), new FlowStep(place, null)),
                Map.of("b/v1", "2", "a/v1", "1"),
                "https://scan.example/" + rule,
                severity == Severity.LOW);
    }

    @Test
    void writesWhatTheReaderReadsBackUnchanged() throws Exception {
        Path file = Files.write(folder.resolve("out.sarif"), written(FINDINGS));
        Reports.Read read = Reports.read(file);
        assertThat(read.runs()).containsExactly(RUN);
        assertThat(read.findings()).containsExactlyInAnyOrderElementsOf(FINDINGS);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void givesTheSameBytesInWhateverOrderTheFindingsCome() throws Exception {
        List<ReportedFinding> other = new ArrayList<>(FINDINGS);
        Collections.reverse(other);
        assertThat(written(other)).isEqualTo(written(FINDINGS));
    }

    @Test
    void writesARunWithoutFindings() throws Exception {
        Path file = Files.write(folder.resolve("none.sarif"), written(List.of()));
        assertThat(Reports.read(file).runs()).containsExactly(RUN);
    }

    private static byte[] written(List<ReportedFinding> findings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifWriter.write(RUN, findings, out);
        return out.toByteArray();
    }
}
