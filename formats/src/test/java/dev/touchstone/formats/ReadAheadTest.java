package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {

    private static final int MANY = 40_000;

    @TempDir Path folder;

    /** Remembers what it is given, in order. */
    private static class Remembering implements SarifSink {
        final List<Object> given = new ArrayList<>();

        @Override
        public void run(ReportedRun run) {
            given.add(run);
        }

        @Override
        public void finding(ReportedFinding finding) {
            given.add(finding);
        }
    }

    @Test
    void givesTheSameInTheSameOrderAsReadingDoes() throws Exception {
        Path file = report(MANY);
        var read = new Remembering();
        var ahead = new Remembering();

        assertThat(ReadAhead.sarif(file, ahead)).isEqualTo(SarifReader.read(file, read));
        assertThat(ahead.given).hasSize(MANY + 1).isEqualTo(read.given);
    }

    @Test
    void anInvalidReportNeverReachesTheSink() throws IOException {
        Path file = report(MANY);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));
        var sink = new Remembering();

        assertThatThrownBy(() -> ReadAhead.sarif(file, sink)).isInstanceOf(InvalidReport.class);
        assertThat(sink.given).isEmpty();
    }

    @Test
    void aSinkThatFailsEndsTheReading() throws IOException {
        Path file = report(MANY);

        assertThatThrownBy(
                        () ->
                                ReadAhead.sarif(
                                        file,
                                        new Remembering() {
                                            @Override
                                            public void finding(ReportedFinding finding) {
                                                throw new IllegalStateException("enough");
                                            }
                                        }))
                .hasMessage("enough");
    }

    private Path report(int count) throws IOException {
        Path file = folder.resolve("report.sarif");
        Iterable<ReportedFinding> findings =
                () -> IntStream.range(0, count).mapToObj(ReadAheadTest::finding).iterator();
        try (var out = Files.newOutputStream(file)) {
            SarifWriter.write(new ReportedRun("Scan", "1", "a".repeat(64), true), findings, out);
        }
        return file;
    }

    private static ReportedFinding finding(int number) {
        return new ReportedFinding(
                "R" + number % 10,
                Severity.HIGH,
                "Title",
                "Message " + number,
                List.of(),
                List.of(CodeLocation.ofLine("A.java", number + 1)),
                List.of(),
                Map.of(),
                null,
                false);
    }
}
