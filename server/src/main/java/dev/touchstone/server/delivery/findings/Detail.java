package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.ReportedFinding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a finding says at length; kept as JSON beside it. */
record Detail(
        String message,
        List<CodeLocation> locations,
        List<FlowStep> flow,
        Map<String, String> fingerprints,
        @Nullable String helpUri,
        boolean suppressed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static byte[] json(ReportedFinding finding) {
        return JSON.writeValueAsBytes(
                new Detail(
                        finding.message(),
                        finding.locations(),
                        finding.flow(),
                        finding.fingerprints(),
                        finding.helpUri(),
                        finding.suppressed()));
    }

    static Detail parse(String json) {
        return JSON.readValue(json, Detail.class);
    }
}
