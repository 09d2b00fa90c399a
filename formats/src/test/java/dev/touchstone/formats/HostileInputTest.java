package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileInputTest {
    private static final String TOOL = "\"tool\": {\"driver\": {\"name\": \"S\"}}";

    @TempDir Path folder;

    @Test
    void refusesATruncatedReportWithItsPlace() throws Exception {
        String whole =
                Reports.document(TOOL + ", \"results\": [\n{\"message\": {\"text\": \"x\"}}]");
        for (int length : new int[] {whole.length() - 1, whole.length() - 12, whole.length() / 2}) {
            InvalidReport refusal = refusal(whole.substring(0, length));
            assertThat(refusal.faults().getFirst().place()).matches("\\d+:\\d+");
            assertThat(refusal).hasMessageContaining("ends too early");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'   \n\t'", "'\uFEFF'"})
    void refusesAnEmptyFile(String text) throws Exception {
        assertThat(refusal(text)).hasMessageContaining("empty");
    }

    @Test
    void refusesDeepNestingInJson() throws Exception {
        String deep = "{\"a\":".repeat(300) + "1" + "}".repeat(300);
        String json = Reports.document(TOOL + ", \"results\": [], \"properties\": " + deep);
        assertThat(refusal(json)).hasMessageContaining("deeper than 200");
        assertThat(refusal("[".repeat(100_000))).hasMessageContaining("JSON list");
    }

    @Test
    void refusesATextThatIsTooLong() throws Exception {
        String text = "x".repeat(JsonFile.MOST_TEXT + 1);
        String json =
                Reports.document(
                        TOOL + ", \"results\": [{\"message\": {\"text\": \"" + text + "\"}}]");
        assertThat(refusal(json)).hasMessageContaining("longer than");
    }

    @Test
    void namesEachFaultWithPointerLineAndColumn() throws Exception {
        InvalidReport refusal =
                refusal(
                        Reports.document(
                                "\"tool\": {\"driver\": {}},\n\"results\": [{\"level\": \"fatal\","
                                        + " \"colour\": 1, \"message\": {\"text\": \"x\"}}]"));
        assertThat(refusal.faults())
                .extracting(fault -> fault.place() + " " + fault.message())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .startsWith("/runs/0/tool/driver (1:")
                                        .contains("lacks name"),
                        second ->
                                assertThat(second)
                                        .startsWith("/runs/0/results/0/level (2:")
                                        .contains("\"fatal\"; one of none, note, warning, error"),
                        third -> assertThat(third).startsWith("/runs/0/results/0/colour (2:"));
    }

    @Test
    void callsNoSinkWhenTheLastResultIsWrong() throws Exception {
        String json =
                Reports.document(
                        TOOL
                                + ", \"results\": [{\"message\": {\"text\": \"x\"}}, {\"message\": 3}]");
        boolean[] called = {false};
        InvalidReport refusal =
                catchThrowableOfType(
                        InvalidReport.class,
                        () ->
                                SarifReader.read(
                                        Reports.file(folder, json),
                                        new SarifSink() {
                                            @Override
                                            public void run(
                                                    dev.touchstone.contract.ReportedRun run) {
                                                called[0] = true;
                                            }

                                            @Override
                                            public void finding(
                                                    dev.touchstone.contract.ReportedFinding
                                                            finding) {
                                                called[0] = true;
                                            }
                                        }));
        assertThat(refusal).hasMessageContaining("/runs/0/results/1/message");
        assertThat(called[0]).isFalse();
    }

    @Test
    void refusesAPropertyThatStandsTwice() throws Exception {
        String json = Reports.document(TOOL + ", \"results\": [], \"results\": []");
        assertThat(refusal(json))
                .hasMessageContaining("/runs/0/results")
                .hasMessageContaining("twice");
    }

    @Test
    void refusesMoreThanItCanRemember() throws Exception {
        String rules =
                IntStream.range(0, TooMuch.Budget.MOST + 1)
                        .mapToObj(i -> "{\"id\":\"" + i + "\"}")
                        .collect(Collectors.joining(","));
        String json =
                Reports.document(
                        "\"tool\": {\"driver\": {\"name\": \"S\", \"rules\": [" + rules + "]}}");
        assertThat(refusal(json))
                .hasMessageContaining("/runs/0/tool/driver/rules/500000 (1:")
                .hasMessageContaining("more than 500,000");
    }

    @Test
    void refusesAReferenceThatIsUsedTwiceInXml() throws Exception {
        String component = "<component type=\"library\" bom-ref=\"r\"><name>a</name></component>";
        String xml =
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" version=\"1\"><components>\n"
                        + component
                        + "\n"
                        + component
                        + "</components></bom>";
        assertThat(billRefusal(xml))
                .hasMessageContaining("3:1")
                .hasMessageContaining("second time");
    }

    @Test
    void neverReadsAnExternalEntity() throws Exception {
        Path secret = Reports.file(folder, "secret");
        String xml =
                """
                <?xml version="1.0"?>
                <!DOCTYPE bom [<!ENTITY x SYSTEM "%s">]>
                <bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><components>
                <component type="library"><name>&x;</name></component></components></bom>
                """
                        .formatted(secret.toUri());
        assertThat(billRefusal(xml))
                .hasMessageContaining("2:1")
                .hasMessageContaining("document type");
        String undeclared = xml.replaceAll("<!DOCTYPE.*\n", "");
        assertThat(billRefusal(undeclared)).hasMessageContaining("is not XML");
    }

    @Test
    void refusesDeepNestingInXml() throws Exception {
        String component = "<component type=\"library\"><name>a</name><components>";
        String xml =
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\" version=\"1\"><components>"
                        + component.repeat(200);
        assertThat(billRefusal(xml).faults().getFirst().message()).containsIgnoringCase("depth");
    }

    @Test
    void refusesDeepNestingOfComponentsInJson() throws Exception {
        String component = "{\"type\": \"library\", \"name\": \"a\", \"components\": [";
        String json =
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": ["
                        + component.repeat(150);
        assertThat(billRefusal(json)).hasMessageContaining("deeper than 200");
    }

    private InvalidReport refusal(String text) throws IOException {
        Path file = Reports.file(folder, text);
        return catchThrowableOfType(InvalidReport.class, () -> Reports.read(file));
    }

    private InvalidReport billRefusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bill"), text);
        return catchThrowableOfType(InvalidReport.class, () -> BillReader.read(file));
    }
}
