package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Builds the package URLs of the specification's own tests, for the types that we write. */
@Tag("corpus")
class PackageUrlCorpusTest {
    private static final List<String> TYPES =
            List.of("maven", "npm", "pypi", "golang", "cargo", "composer", "gem", "nuget");

    @Test
    void buildsWhatTheSpecificationExpects() throws IOException {
        Assumptions.assumeTrue(Corpora.folder().isPresent(), Corpora.ABSENT);
        Path tests = Corpora.folder().orElseThrow().resolve("versions/purl-spec/tests/types");
        int built = 0;
        for (String type : TYPES) {
            JsonNode file =
                    new JsonMapper().readTree(Files.readString(tests.resolve(type + "-test.json")));
            for (JsonNode test : file.path("tests")) {
                if (!test.path("test_type").asString("").equals("build")) continue;
                JsonNode input = test.path("input");
                if (test.path("expected_failure").asBoolean(false) || input.hasNonNull("subpath")) {
                    continue;
                }
                Map<String, String> qualifiers = new HashMap<>();
                input.path("qualifiers")
                        .properties()
                        .forEach(each -> qualifiers.put(each.getKey(), each.getValue().asString()));
                assertThat(
                                PackageUrl.of(
                                        type,
                                        input.path("namespace").asString(""),
                                        input.path("name").asString(),
                                        input.path("version").asString(""),
                                        qualifiers))
                        .as(test.path("description").asString())
                        .isEqualTo(test.path("expected_output").asString());
                built++;
            }
        }
        CorpusReport.print(
                "package URLs built as the specification's tests expect: " + built, List.of());
        assertThat(built).isGreaterThan(5);
    }
}
