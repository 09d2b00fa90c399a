package dev.touchstone.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One result as a scanner reported it, before the platform decides whether it is known already.
 *
 * @param ruleId the scanner's own id of the rule
 * @param title one line; the rule's short description, else the first sentence of the message
 * @param message the scanner's text about this place; plain text, never markup
 * @param cwes numbers of the weakness classes, ascending, without repeats
 * @param locations the first one is the primary location; empty for a result about the whole
 *     project
 * @param flow from source to sink; empty when the report has none
 * @param fingerprints what the scanner itself offers as identity (SARIF partialFingerprints), by
 *     name
 * @param suppressed true when the report says that a person suppressed it there
 */
public record ReportedFinding(
        String ruleId,
        Severity severity,
        String title,
        String message,
        List<Integer> cwes,
        List<CodeLocation> locations,
        List<FlowStep> flow,
        Map<String, String> fingerprints,
        @Nullable String helpUri,
        boolean suppressed) {

    public ReportedFinding {
        cwes = List.copyOf(cwes);
        locations = List.copyOf(locations);
        flow = List.copyOf(flow);
        fingerprints = Map.copyOf(fingerprints);
    }

    public @Nullable CodeLocation primaryLocation() {
        return locations.isEmpty() ? null : locations.getFirst();
    }
}
