package dev.touchstone.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.contract.Bill;
import dev.touchstone.formats.BillContents.Part;
import dev.touchstone.formats.BillContents.Property;
import dev.touchstone.formats.BillContents.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CycloneDxWriterTest {
    private static final Part A =
            part("pkg:npm/%40x/a@1.0.0", Scope.REQUIRED, Map.of("SHA-512", "ab".repeat(64)));
    private static final Part B = part("pkg:pypi/b@2", Scope.EXCLUDED, Map.of());
    private static final Bill.Dependency NEEDS =
            new Bill.Dependency("subject", List.of("pkg:pypi/b@2", "pkg:npm/%40x/a@1.0.0"));
    private static final Bill.Dependency LEAF = new Bill.Dependency("pkg:pypi/b@2", List.of());

    @TempDir Path folder;

    private static Part part(String purl, @Nullable Scope scope, Map<String, String> hashes) {
        return new Part(
                new Bill.Component(purl, "library", null, "名 <b>\n", "1", purl, List.of()),
                scope,
                hashes,
                List.of(new Property("touchstone:b", "2"), new Property("touchstone:a", "1")),
                List.of("web/锁.json", "a.lock"));
    }

    private static BillContents contents(List<Part> parts, List<Bill.Dependency> dependencies) {
        Bill.Component subject =
                new Bill.Component("subject", "application", null, "s", null, null, List.of());
        return new BillContents(
                new Part(subject, null, Map.of(), List.of(), List.of()),
                parts,
                dependencies,
                List.of(new Property("touchstone:leftOut", "x: MALFORMED")));
    }

    @Test
    void theSameContentsGiveTheSameBytesInWhateverOrderTheyCome() throws IOException {
        assertThat(written(contents(List.of(B, A), List.of(LEAF, NEEDS)), null))
                .isEqualTo(written(contents(List.of(A, B), List.of(NEEDS, LEAF)), null))
                .contains("\"serialNumber\" : \"urn:uuid:");
    }

    @Test
    void theSerialNumberFollowsFromTheContentAndNotFromTheTime() throws IOException {
        BillContents both = contents(List.of(A, B), List.of(NEEDS, LEAF));
        String early = written(both, Instant.parse("2026-01-01T00:00:00.5Z"));
        String late = written(both, Instant.parse("2027-01-01T00:00:00Z"));
        String less = written(contents(List.of(A), List.of()), null);

        assertThat(serialNumber(early)).isEqualTo(serialNumber(late));
        assertThat(serialNumber(early)).isNotEqualTo(serialNumber(less));
        assertThat(early).contains("\"timestamp\" : \"2026-01-01T00:00:00Z\"");
        assertThat(less).doesNotContain("timestamp");
    }

    private static String serialNumber(String text) {
        return text.lines().filter(line -> line.contains("serialNumber")).findFirst().orElseThrow();
    }

    @Test
    void whatIsWrittenFitsTheOfficialSchemaAndOurOwnReader() throws IOException, InvalidReport {
        String text = written(contents(List.of(A, B), List.of(NEEDS, LEAF)), Instant.EPOCH);

        assertThat(schema().validate(new JsonMapper().readTree(text))).isEmpty();
        Bill read = BillReader.read(Files.writeString(folder.resolve("bom.json"), text));
        assertThat(read.format()).isEqualTo("CycloneDX 1.6 JSON");
        assertThat(read.faults()).isEmpty();
        assertThat(read.components()).containsExactly(A.component(), B.component());
    }

    private static Schema schema() {
        String address = "http://cyclonedx.org/schema/";
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        builder ->
                                builder.schemas(
                                        Map.of(
                                                address + "spdx.schema.json",
                                                CycloneDx.textOf("spdx.schema.json"),
                                                address + "jsf-0.82.schema.json",
                                                CycloneDx.textOf("jsf-0.82.schema.json"))))
                .getSchema(CycloneDx.textOf("bom-1.6.schema.json"));
    }

    private static String written(BillContents contents, @Nullable Instant time)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CycloneDxWriter.write(contents, "1.0", time, out);
        return out.toString(UTF_8);
    }
}
