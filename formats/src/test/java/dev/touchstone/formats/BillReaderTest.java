package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.contract.Bill;
import dev.touchstone.contract.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillReaderTest {
    private static final String JSON =
            """
            {"bomFormat": "CycloneDX", "specVersion": "%s", "version": 1,
             "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
             "metadata": {"component": {"type": "application", "name": "bank", "version": "1", "bom-ref": "app",
               "components": [{"type": "library", "name": "inner", "version": "1"}]}},
             "components": [
               {"type": "library", "bom-ref": "a", "group": "g", "name": "a", "version": "1",
                "purl": "pkg:maven/g/a@1",
                "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "House licence"}}],
                "components": [{"type": "file", "name": "a.txt", "version": "2"}],
                "pedigree": {"ancestors": [{"type": "library", "name": "before", "version": "0"}]}},
               {"type": "library", "bom-ref": "b", "name": "b", "version": "2", "purl": "pkg:/b",
                "licenses": [{"expression": "MIT OR Apache-2.0"}]}],
             "dependencies": [{"ref": "app", "dependsOn": ["a", "b"]}]}
            """;

    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bom xmlns="http://cyclonedx.org/schema/bom/%s" version="1"
                 serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79">
              <metadata><component type="application" bom-ref="app"><name>bank</name><version>1</version>
                <components><component type="library"><name>inner</name><version>1</version></component></components>
              </component></metadata>
              <components>
                <component type="library" bom-ref="a"><group>g</group><name>a</name><version>1</version>
                  <licenses><license><id>MIT</id></license><license><name>House licence</name></license></licenses>
                  <purl>pkg:maven/g/a@1</purl>
                  <pedigree><ancestors><component type="library"><name>before</name><version>0</version></component></ancestors></pedigree>
                  <components><component type="file"><name>a.txt</name><version>2</version></component></components>
                </component>
                <component type="library" bom-ref="b"><name>b</name><version>2</version>
                  <licenses><expression>MIT OR Apache-2.0</expression></licenses><purl>pkg:/b</purl></component>
              </components>
              <dependencies><dependency ref="app"><dependency ref="a"/><dependency ref="b"/></dependency></dependencies>
            </bom>
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3", "1.4", "1.5", "1.6", "1.7"})
    void readsTheSameBillFromJsonAndXmlInEveryVersion(String version) throws Exception {
        Bill json = BillReader.read(Reports.file(folder, JSON.formatted(version)));
        Bill xml = BillReader.read(Reports.file(folder, XML.formatted(version)));
        assertThat(json.format()).isEqualTo("CycloneDX " + version + " JSON");
        assertThat(xml.format()).isEqualTo("CycloneDX " + version + " XML");
        assertThat(json.subject()).satisfies(each -> assertThat(each.name()).isEqualTo("bank"));
        assertThat(json.components())
                .extracting(Bill.Component::name)
                .containsExactly("inner", "a", "a.txt", "b");
        assertThat(json.components().get(1).licences()).containsExactly("MIT", "House licence");
        assertThat(json.components().get(3).licences()).containsExactly("MIT OR Apache-2.0");
        assertThat(json.dependencies()).hasSize(1);
        assertThat(json.dependencies().getFirst().dependsOn()).containsExactly("a", "b");
        assertThat(xml.components()).isEqualTo(json.components());
        assertThat(xml.dependencies()).isEqualTo(json.dependencies());
        assertThat(xml.serialNumber()).isEqualTo(json.serialNumber());
    }

    @Test
    void keepsAMalformedPackageUrlWithAWarning() throws Exception {
        Bill bill = BillReader.read(Reports.file(folder, JSON.formatted("1.6")));
        assertThat(bill.components().getLast().purl()).isEqualTo("pkg:/b");
        assertThat(bill.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.level()).isEqualTo(Fault.Level.WARNING);
                            assertThat(fault.place()).startsWith("/components/1 (");
                            assertThat(fault.message()).contains("malformed package URL");
                        });
    }

    @Test
    void readsBillsOfARealTool() throws Exception {
        Bill json = BillReader.read(Reports.resource(folder, "cyclonedx-py.json"));
        Bill xml = BillReader.read(Reports.resource(folder, "cyclonedx-py.xml"));
        assertThat(json.components())
                .extracting(Bill.Component::purl)
                .containsExactly("pkg:pypi/flask@3.0.0", "pkg:pypi/requests@2.32.3");
        assertThat(xml.components()).isEqualTo(json.components());
    }

    @Test
    void refusesWhatTheSchemaRefusesWithItsPlace() throws Exception {
        Path json =
                Reports.file(
                        folder,
                        """
                        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                          {"type": "library", "name": "a"},
                          {"type": "libary", "name": "b"}]}
                        """);
        assertThat(catchThrowableOfType(InvalidReport.class, () -> BillReader.read(json)))
                .hasMessageContaining("/components/1/type (3:")
                .hasMessageContaining("libary");
        Path xml = Reports.file(folder, XML.formatted("1.6").replace("\"file\"", "\"fiel\""));
        assertThat(catchThrowableOfType(InvalidReport.class, () -> BillReader.read(xml)))
                .hasMessageContaining("fiel")
                .satisfies(
                        refusal ->
                                assertThat(refusal.faults().getFirst().place())
                                        .matches("1\\d:\\d+"));
    }

    @Test
    void refusesALicenceByIdAndNameAtOnce() throws Exception {
        Path file =
                Reports.file(
                        folder,
                        """
                        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                          {"type": "library", "name": "a",
                           "licenses": [{"license": {"id": "MIT", "name": "MIT"}}]}]}
                        """);
        assertThat(catchThrowableOfType(InvalidReport.class, () -> BillReader.read(file)))
                .hasMessageContaining("/components/0/licenses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:maven/org.acme/lib@1.0",
                "pkg:npm/%40angular/core@17?arch=x86#src",
                "pkg:golang/github.com/a/b@v1",
                "pkg:deb/debian/curl@7.50?distro=jessie",
                "PKG:npm/a"
            })
    void knowsAWellFormedPackageUrl(String purl) {
        assertThat(Purl.fault(purl)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maven/a",
                "pkg:maven",
                "pkg:/a",
                "pkg:maven/",
                "pkg:maven/a b",
                "pkg:npm/%4/a",
                "pkg:npm/a?arch",
                "pkg:3dm/a"
            })
    void knowsAMalformedPackageUrl(String purl) {
        assertThat(Purl.fault(purl)).isNotNull();
    }
}
