package dev.touchstone.scanners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RelocateSarifTest {

    private static final String REPORT =
            """
            {"version": "2.1.0", "runs": [{
              "tool": {"driver": {"informationUri": "https://example.org/tool"}},
              "invocations": [{"executionSuccessful": true, "exitCode": 1}],
              "results": [{
                "message": {"text": "bank/A.java"}, "rank": -0.5,
                "locations": [{"physicalLocation": {
                  "artifactLocation": {"uri": "bank/A.java", "uriBaseId": "SOURCES"},
                  "region": {"startLine": 7}}}]}]}]}
            """;

    private @TempDir Path folder;

    @Test
    void changesPathsAndNothingElse() throws IOException {
        var expected = REPORT.replace("\"uri\": \"bank", "\"uri\": \"src/main/java/bank");
        assertThat(JsonMapper.shared().readTree(copy(true)))
                .isEqualTo(JsonMapper.shared().readTree(expected));
    }

    @Test
    void saysThatAnIncompleteRunDidNotSucceed() throws IOException {
        var expected =
                REPORT.replace("\"uri\": \"bank", "\"uri\": \"src/main/java/bank")
                        .replace("true", "false");
        assertThat(JsonMapper.shared().readTree(copy(false)))
                .isEqualTo(JsonMapper.shared().readTree(expected));
    }

    @Test
    void addsTheCodeOfARegionFromTheScannedSources() throws IOException {
        var source = Files.createDirectories(folder.resolve("src/main/java/bank"));
        Files.writeString(source.resolve("A.java"), "1\n2\n3\n4\n5\n6\n  run(input);\n");
        var region =
                JsonMapper.shared()
                        .readTree(copy(true))
                        .at("/runs/0/results/0/locations/0/physicalLocation/region");
        assertThat(region.at("/startLine").asInt()).isEqualTo(7);
        assertThat(region.at("/snippet/text").asString()).isEqualTo("  run(input);");
    }

    @Test
    void readsNoCodeOutsideOfTheScannedFolder() throws IOException {
        Files.writeString(folder.resolve("secret.java"), "1\n2\n3\n4\n5\n6\nsecret\n");
        var inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.java"), folder.resolve("secret.java"));
        var sources = new SourceLines(inside);
        assertThat(sources.of("../secret.java", 7, 7)).isNull();
        assertThat(sources.of("link.java", 7, 7)).isNull();
    }

    private String copy(boolean complete) throws IOException {
        var from = Files.writeString(folder.resolve("from"), REPORT);
        var to = folder.resolve("to");
        new RelocateSarif(path -> "src/main/java/" + path, new SourceLines(folder), complete)
                .copy(from, to);
        return Files.readString(to);
    }
}
