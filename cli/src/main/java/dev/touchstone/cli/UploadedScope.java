package dev.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report of {@code touchstone scan} says of the settings that held. Reports under other
 * settings could have seen something else, so the platform does not compare them: what a project
 * excludes does not count as mended.
 */
final class UploadedScope {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private UploadedScope() {}

    /** Empty for reports of others, and where no setting keeps anything from the scan. */
    static Map<String, Object> of(Path file) throws IOException {
        try (var parser = JSON.createParser(file.toFile())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && parser.currentName().equals("touchstone/scope")) {
                    parser.nextToken();
                    return scope(JSON.readTree(parser));
                }
            }
            return Map.of();
        } catch (JacksonException noJson) {
            return Map.of();
        }
    }

    private static Map<String, Object> scope(JsonNode told) {
        var lines = new ArrayList<String>();
        told.path("settings").path("lines").forEach(line -> lines.add(line.asString("")));
        if (lines.isEmpty()) {
            return Map.of();
        }
        var scope = new TreeMap<String, Object>();
        scope.put("settings", List.copyOf(lines));
        return scope;
    }
}
