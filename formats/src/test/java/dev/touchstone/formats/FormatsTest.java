package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"runs\": [], \"version\": \"2.1.0\"} | SARIF_2_1_0",
                "{\"version\": \"2.1.0\", \"$schema\": \"https://x/sarif-2.1.0.json\", \"runs\": []} | SARIF_2_1_0",
                "{\"components\": [], \"specVersion\": \"1.2\", \"bomFormat\": \"CycloneDX\"} | CYCLONEDX_JSON",
                "<b:bom xmlns:b=\"http://cyclonedx.org/schema/bom/1.7\"/> | CYCLONEDX_XML"
            })
    void tellsAFormatByItsContentInAnyOrderOfItsMembers(String text, ReportFormat format)
            throws Exception {
        assertThat(Formats.detect(Reports.file(folder, text))).isEqualTo(format);
        assertThat(Formats.detect(Reports.file(folder, "\uFEFF\n" + text))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"version\": \"2.0.0\", \"runs\": []} | SARIF 2.0.0",
                "{\"version\": \"2.2\", \"runs\": []} | SARIF 2.2",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.8\"} | CycloneDX 1.8 JSON",
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.0\"/> | CycloneDX 1.0 XML",
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.1\"/> | CycloneDX 1.1 XML",
                "spec_version: \"1.5\" | protobuf",
                "{\"spdxVersion\": \"SPDX-2.3\"} | SPDX",
                "SPDXVersion: SPDX-2.3 | SPDX",
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\"} | OpenVEX",
                "{\"payloadType\": \"x\", \"payload\": \"\"} | DSSE",
                "<BugCollection/> | -sarif",
                "%PDF-1.7 | PDF",
                "[1] | JSON list",
                "hello | no known format"
            })
    void refusesByNameWhatItKnowsButDoesNotRead(String text, String name) throws Exception {
        InvalidReport refusal = refusal(text);
        assertThat(refusal)
                .hasMessageContaining(name)
                .hasMessageContaining("Touchstone reads SARIF 2.1.0 and CycloneDX 1.2 to 1.7");
    }

    @Test
    void saysWhatIsExpectedWhereAnotherFormatComes() throws Exception {
        Path bill =
                Reports.file(folder, "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}");
        assertThat(catchThrowableOfType(InvalidReport.class, () -> Reports.read(bill)))
                .hasMessageContaining("is CycloneDX JSON; SARIF is expected");
        Path sarif = Reports.file(folder, Reports.document("\"tool\": {}"));
        assertThat(catchThrowableOfType(InvalidReport.class, () -> BillReader.read(sarif)))
                .hasMessageContaining("is SARIF 2.1.0; a bill of materials is expected");
    }

    private InvalidReport refusal(String text) throws Exception {
        Path file = Reports.file(folder, text);
        return catchThrowableOfType(InvalidReport.class, () -> Formats.detect(file));
    }
}
