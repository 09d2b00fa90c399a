package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.FlowStep;
import dev.touchstone.contract.ReportedFinding;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a finding says at length; kept as JSON beside it. */
record Detail(
        String message,
        List<CodeLocation> locations,
        List<FlowStep> flow,
        Map<String, String> fingerprints,
        boolean suppressed) {

    /** What is left out is empty. */
    Detail {
        message = message == null ? "" : message;
        locations = locations == null ? List.of() : locations.stream().map(Detail::whole).toList();
        flow =
                flow == null
                        ? List.of()
                        : flow.stream()
                                .map(step -> new FlowStep(whole(step.location()), step.message()))
                                .toList();
        fingerprints = fingerprints == null ? Map.of() : Map.copyOf(fingerprints);
    }

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static CodeLocation whole(CodeLocation place) {
        return place.path() != null
                ? place
                : new CodeLocation(
                        "",
                        place.startLine(),
                        place.startColumn(),
                        place.endLine(),
                        place.endColumn(),
                        place.snippet(),
                        place.symbol());
    }

    /** The finding as it was reported, as far as its identity goes. */
    ReportedFinding reported(Finding finding) {
        return new ReportedFinding(
                finding.rule(),
                finding.severity(),
                finding.title(),
                message,
                finding.cwes(),
                locations,
                flow,
                fingerprints,
                null,
                suppressed);
    }

    static Detail parse(String json) {
        return JSON.readValue(json, Detail.class);
    }
}
