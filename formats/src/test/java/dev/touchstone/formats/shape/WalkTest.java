package dev.touchstone.formats.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WalkTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"integer\"} | 3 | ",
                "{\"type\": \"integer\"} | 3.5 | is a number; expected is a whole number",
                "{\"type\": \"integer\"} | \"3\" | is a text; expected is a whole number",
                "{\"minimum\": 1} | 0 | is 0; a number from 1 is expected",
                "{\"enum\": [\"a\", \"b\"]} | \"c\" | is \"c\"; one of a, b is expected",
                "{\"const\": false} | true | one of false is expected",
                "{\"required\": [\"a\"]} | {\"b\": 1} | lacks a",
                "{\"required\": [\"a\"]} | [] | ",
                "{\"additionalProperties\": false} | {\"b\": 1} | is not a property that the format knows",
                "{\"additionalProperties\": {\"type\": \"string\"}} | {\"b\": 1} | expected is a text",
                "{\"patternProperties\": {\"^x\": {\"type\": \"null\"}}} | {\"xy\": 1} | expected is null",
                "{\"uniqueItems\": true} | [{\"a\": 1, \"b\": 2}, {\"b\": 2, \"a\": 1}] | repeats",
                "{\"uniqueItems\": true} | [1, \"1\", [1], {\"a\": 1}, {\"a\": 2}] | ",
                "{\"items\": [{\"type\": \"string\"}], \"additionalItems\": false} | [\"a\"] | ",
                "{\"items\": [{\"type\": \"string\"}], \"additionalItems\": false} | [\"a\", 1] | expected is",
                "{\"maxItems\": 1} | [1, 2] | has 2 items; at most 1 allowed",
                "{\"minLength\": 1} | \"\" | has 0 characters; at least 1 needed",
                "{\"pattern\": \"^a\"} | \"b\" | a text that matches ^a is expected",
                "{\"format\": \"date-time\"} | \"2026-02-30T00:00:00Z\" | a time as in",
                "{\"format\": \"date-time\"} | \"2026-02-28T00:00:00.5+08:00\" | ",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"null\"}]} | null | ",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"null\"}]} | 1 | expected is",
                "{\"oneOf\": [{\"type\": \"number\"}, {\"type\": \"integer\"}]} | 1 | fits 2 forms",
                "{\"oneOf\": [{\"required\": [\"a\"]}, {\"required\": [\"b\"]}]} | {\"a\": [{}]} | ",
                "{\"not\": {\"required\": [\"a\", \"b\"]}} | {\"a\": 1} | ",
                "{\"not\": {\"required\": [\"a\", \"b\"]}} | {\"a\": 1, \"b\": 1} | not allowed here",
                "{\"if\": {\"required\": [\"a\"]}, \"then\": {\"required\": [\"b\"]}} | {\"a\": 1} | lacks b",
                "{\"if\": {\"required\": [\"a\"]}, \"then\": {\"required\": [\"b\"]}} | {\"c\": 1} | "
            })
    void holdsAValueAgainstASchema(String schema, String json, String fault) {
        List<Fault> faults = faults(schema, json);
        if (fault == null) assertThat(faults).isEmpty();
        else assertThat(faults.getFirst().message()).contains(fault);
    }

    @Test
    void explainsByTheFormThatCameClosest() {
        String schema =
                """
                {"oneOf": [
                  {"properties": {"a": {"properties": {"x": {"type": "string"}}}}, "required": ["a"]},
                  {"type": "array"}]}
                """;
        assertThat(faults(schema, "{\"a\": {\"x\": 1}}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).startsWith("/a/x (1:"));
    }

    @Test
    void followsReferencesInACircle() {
        String schema =
                """
                {"properties": {"next": {"$ref": "#/definitions/node"}},
                 "definitions": {"node": {"properties": {"value": {"type": "string"},
                   "next": {"$ref": "#/definitions/node"}}, "required": ["value"]}}}
                """;
        assertThat(faults(schema, "{\"next\": {\"value\": \"a\", \"next\": {\"next\": {}}}}"))
                .extracting(Fault::place)
                .allSatisfy(place -> assertThat(place).startsWith("/next/next"))
                .hasSize(2);
    }

    @Test
    void countsFaultsOnlyUpToALimit() {
        String many = "[" + "1,".repeat(200) + "1]";
        assertThat(faults("{\"items\": {\"type\": \"string\"}}", many)).hasSize(50);
    }

    private static List<Fault> faults(String schema, String json) {
        JsonNode node = MAPPER.readTree(schema);
        try (JsonParser parser = MAPPER.createParser(json)) {
            return Walk.through(parser, JsonSchema.load("schema.json", _ -> node));
        }
    }
}
