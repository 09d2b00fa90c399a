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

    private String copy(boolean complete) throws IOException {
        var from = Files.writeString(folder.resolve("from"), REPORT);
        var to = folder.resolve("to");
        new RelocateSarif(path -> "src/main/java/" + path, complete).copy(from, to);
        return Files.readString(to);
    }
}
