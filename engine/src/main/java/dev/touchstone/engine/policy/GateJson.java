package dev.touchstone.engine.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes decisions and facts as JSON, always in the same order. */
public final class GateJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private GateJson() {}

    public static byte[] write(GateDecision decision) {
        return MAPPER.writeValueAsBytes(decision);
    }

    /** The decision that {@link #write(GateDecision)} wrote. */
    public static GateDecision readDecision(byte[] json) {
        return MAPPER.readValue(json, GateDecision.class);
    }

    public static byte[] write(GateStatement.ByDefault byDefault) {
        return MAPPER.writeValueAsBytes(byDefault);
    }

    /** What {@link #write(GateStatement.ByDefault)} wrote. */
    public static GateStatement.ByDefault readByDefault(byte[] json) {
        return MAPPER.readValue(json, GateStatement.ByDefault.class);
    }

    static JsonNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** The form that {@link FactsReader} reads. */
    public static byte[] write(Facts facts) {
        return MAPPER.writeValueAsBytes(facts);
    }
}
