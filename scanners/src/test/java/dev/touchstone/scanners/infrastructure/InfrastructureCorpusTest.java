package dev.touchstone.scanners.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the rules say of the corpus, beside what it expects; the table goes to the build folder. */
@Tag("corpus")
class InfrastructureCorpusTest {

    private static final double AGREED = 0.9;
    private static final int MAPPED = 60;

    @Test
    void mappedChecksAgreeAndPassingResourcesStaySilent() throws IOException {
        Optional<Path> corpora = folder();
        Assumptions.assumeTrue(
                corpora.isPresent(), "no corpora here; name their folder in TOUCHSTONE_CORPORA");
        var corpus = new InfrastructureCorpus(corpora.orElseThrow().resolve("sarif/iac"));
        corpus.compare();
        Map<String, String> reasons = reasons();
        String table = CorpusTable.of(corpus, reasons);
        System.out.println(table);
        String into = System.getenv("TOUCHSTONE_ACCURACY");
        if (into != null) {
            Files.writeString(Path.of(into).resolve("infrastructure.md"), table);
        }
        assertThat(corpus.tallies).hasSizeGreaterThanOrEqualTo(MAPPED);
        assertThat((double) corpus.agreed() / corpus.expected()).isGreaterThanOrEqualTo(AGREED);
        assertThat(corpus.deviating).filteredOn(row -> !row.fails()).isEmpty();
        assertThat(corpus.deviating)
                .extracting(InfrastructureCorpus.Row::key)
                .as("every row that does not agree has a reason, and no reason is left over")
                .containsExactlyInAnyOrderElementsOf(reasons.keySet());
    }

    private static Optional<Path> folder() {
        return Stream.of(
                        System.getenv("TOUCHSTONE_CORPORA"),
                        "../shared/corpora",
                        "../../shared/corpora")
                .filter(name -> name != null && !name.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Why a row does not agree, by its key. */
    private static Map<String, String> reasons() throws IOException {
        var reasons = new HashMap<String, String>();
        try (var lines = Files.lines(Path.of("../docs/formats/infrastructure-deviations.tsv"))) {
            lines.skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(
                            cells ->
                                    reasons.put(
                                            String.join(
                                                    " ", cells[0], cells[1], cells[2], cells[3]),
                                            cells[4]));
        }
        return reasons;
    }
}
