package dev.touchstone.engine.policy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The waivers that hold at the moment of judging; one that has ended covers nothing. */
final class Waivers {

    private final Map<String, List<Facts.WaiverFacts>> byFinding = new HashMap<>();
    private final List<Facts.WaiverFacts> ofRules;

    Waivers(Facts facts) {
        var holding =
                facts.waivers().stream()
                        .filter(waiver -> facts.at().isBefore(waiver.until()))
                        .sorted(Comparator.comparing(Facts.WaiverFacts::id))
                        .toList();
        for (var waiver : holding) {
            if (waiver.finding() != null) {
                byFinding
                        .computeIfAbsent(waiver.finding(), id -> new java.util.ArrayList<>())
                        .add(waiver);
            }
        }
        ofRules = holding.stream().filter(waiver -> waiver.finding() == null).toList();
    }

    /** A waiver that covers this finding under this rule. */
    @Nullable String covering(String ruleId, String findingId) {
        return byFinding.getOrDefault(findingId, List.of()).stream()
                .filter(waiver -> waiver.rule() == null || waiver.rule().equals(ruleId))
                .map(Facts.WaiverFacts::id)
                .findFirst()
                .orElse(null);
    }

    /** A waiver of the whole rule, whatever it says. */
    Optional<Facts.WaiverFacts> ofRule(String ruleId) {
        return ofRules.stream().filter(waiver -> ruleId.equals(waiver.rule())).findFirst();
    }
}
