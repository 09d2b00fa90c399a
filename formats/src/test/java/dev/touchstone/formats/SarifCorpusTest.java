package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads every SARIF file of the corpora; the schema of OASIS says which must be read. */
@Tag("corpus")
class SarifCorpusTest {
    private static final String SCHEMA = "sarif/oasis/sarif-2.1/schema/sarif-schema-2.1.0.json";

    /** Formats of texts are remarks; validators differ in what they take for a URI. */
    private static final SchemaRegistryConfig REMARKS =
            SchemaRegistryConfig.builder().formatAssertionsEnabled(false).build();

    private static final String PLACE = "/.*\\(\\d+:\\d+\\)|\\d+:\\d+";

    private final JsonMapper mapper = new JsonMapper();
    private final List<String> deviations = new ArrayList<>();
    private int read;
    private int findings;
    private int refused;

    @TempDir Path folder;

    @Test
    void readsWhatFitsTheSchemaAndRefusesTheRestWithItsPlace() throws IOException {
        Assumptions.assumeTrue(Corpora.folder().isPresent(), Corpora.ABSENT);
        Path corpora = Corpora.folder().orElseThrow();
        Schema schema =
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_4,
                                builder -> builder.schemaRegistryConfig(REMARKS))
                        .getSchema(Files.readString(corpora.resolve(SCHEMA)));
        try (var files = Files.walk(corpora)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                check(corpora, file, schema);
            }
        }
        CorpusReport.print(
                "SARIF: %d read with %d findings, %d refused, %d deviations"
                        .formatted(read, findings, refused, deviations.size()),
                deviations);
        assertThat(deviations).isEmpty();
        assertThat(read).isGreaterThan(200);
    }

    private void check(Path corpora, Path file, Schema schema) throws IOException {
        boolean named = file.getFileName().toString().contains(".sarif");
        boolean json = file.getFileName().toString().endsWith(".json");
        if (!named && !json) return;
        JsonNode tree = tree(file);
        if (!named && (tree == null || !tree.has("runs"))) return;
        boolean fits = tree != null && schema.validate(tree).isEmpty();
        String name = corpora.relativize(file).toString();
        try (Unpacked unpacked = Unpacked.open(file, Limits.DEFAULT)) {
            Reports.Read report = Reports.read(unpacked.members().getFirst().file());
            read++;
            findings += report.findings().size();
            if (!report.runs().isEmpty()) rewrite(name, report, schema);
            if (!fits) deviations.add(name + ": read, although it does not fit the schema");
        } catch (InvalidReport refusal) {
            refused++;
            if (fits) deviations.add(name + ": refused, although it fits: " + refusal.getMessage());
            assertThat(refusal.faults())
                    .allSatisfy(each -> assertThat(each.place()).matches(PLACE));
            String version = tree == null ? "" : tree.path("version").asString("");
            if (version.startsWith("2.") && !version.equals("2.1.0") && tree.has("runs")) {
                assertThat(refusal).hasMessageContaining("SARIF " + version);
            }
        }
    }

    private JsonNode tree(Path file) {
        try {
            return mapper.readTree(file);
        } catch (JacksonException broken) {
            return null;
        }
    }

    /** What is written of it, as one run, fits the schema too and reads back the same. */
    private void rewrite(String name, Reports.Read report, Schema schema)
            throws IOException, InvalidReport {
        Path file = folder.resolve("written.sarif");
        ReportedRun run = report.runs().getFirst();
        try (OutputStream out = Files.newOutputStream(file)) {
            SarifWriter.write(run, report.findings(), out);
        }
        if (!schema.validate(tree(file)).isEmpty()) deviations.add(name + ": written wrongly");
        Reports.Read again = Reports.read(file);
        assertThat(again.runs()).containsExactly(run);
        assertThat(counted(again)).as(name).isEqualTo(counted(report));
    }

    /** Rules are written once, so their title, help and classes are those of the worst finding. */
    private static Map<ReportedFinding, Long> counted(Reports.Read report) {
        return report.findings().stream()
                .map(
                        each ->
                                new ReportedFinding(
                                        each.ruleId(),
                                        each.severity(),
                                        "",
                                        each.message(),
                                        List.of(),
                                        each.locations(),
                                        each.flow(),
                                        each.fingerprints(),
                                        null,
                                        each.suppressed()))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }
}
