package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifPathsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "src/A.java, '', src/A.java",
        "./src/./A.java, '', src/A.java",
        "src\\\\win\\\\A.cs, '', src/win/A.cs",
        "src/../A.java, '', A.java",
        "../../etc/passwd, '', etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd, '', etc/passwd",
        "src/with%20space/%E8%BD%AC%E8%B4%A6.java, '', src/with space/转账.java",
        "100%.txt, '', 100%.txt",
        "file:///ci/work/src/A.java, '', src/A.java",
        "file:/ci/work/src/A.java, '', src/A.java",
        "file://localhost/ci/work/src/A.java, '', src/A.java",
        "/ci/work/src/A.java, '', src/A.java",
        "file:///elsewhere/A.java, '', elsewhere/A.java",
        "file:///C:/work/A.cs, '', C:/work/A.cs",
        "A.java, SRC, module/src/A.java",
        "A.java, SRCROOT, A.java",
        "A.java, UNKNOWN, A.java",
        "A.java, LOOP, LOOP/A.java",
        "https://bank.example/transfer?id=1, '', https://bank.example/transfer?id=1"
    })
    void givesAPathBelowTheRoot(String uri, String baseId, String path) throws Exception {
        String base = baseId.isEmpty() ? "" : ", \"uriBaseId\": \"" + baseId + "\"";
        String json =
                """
                "tool": {"driver": {"name": "S"}},
                "originalUriBaseIds": {"SRCROOT": {"uri": "file:///ci/work/"},
                  "SRC": {"uri": "module/src/", "uriBaseId": "SRCROOT"},
                  "LOOP": {"uri": "LOOP/", "uriBaseId": "LOOP"}},
                "results": [{"message": {"text": "x"}, "locations": [{"physicalLocation":
                  {"artifactLocation": {"uri": "%s"%s}}}]}]
                """
                        .formatted(uri, base);
        assertThat(Reports.run(folder, json).only().primaryLocation())
                .satisfies(each -> assertThat(each.path()).isEqualTo(path));
    }

    @Test
    void warnsOfAbsolutePathsWhoseRootIsNotKnown() throws Exception {
        var read =
                Reports.run(
                        folder,
                        """
                        "tool": {"driver": {"name": "S"}},
                        "results": [{"message": {"text": "x"}, "locations": [{"physicalLocation":
                          {"artifactLocation": {"uri": "file:///home/ci/A.java"}}}]}]
                        """);
        assertThat(read.warnings())
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("originalUriBaseIds"));
    }
}
