package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Severity;
import dev.touchstone.contract.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedPackTest {

    private static final Instant NOW = Instant.parse("2026-11-25T16:00:00Z");

    @Test
    void theDefaultPolicyBlocksOnNoRuleByName() {
        var pack = ShippedPack.ofDefaults();
        assertThat(pack.defaultPolicy().rules()).noneMatch(PolicyRule::named);
        assertThat(pack.languages()).containsExactly("zh-CN", "en");
        assertThat(pack.digest()).hasSize(64);
    }

    @Test
    void theDefaultPolicyBlocksOnAPreciseRuleAndWarnsOnTheRest() {
        assertThat(byDefault("PREDICTABLE_RANDOM", 330)).isEqualTo(Verdict.BLOCK);
        assertThat(byDefault("COMMAND_INJECTION", 78)).isEqualTo(Verdict.WARN);
        assertThat(byDefault("SQL_INJECTION_JDBC", 89)).isEqualTo(Verdict.WARN);
        assertThat(byDefault("A_RULE_THAT_NOBODY_MEASURED", 89)).isEqualTo(Verdict.WARN);
    }

    @Test
    void theSampleOrganisationsPolicyBlocksOnRulesThatItNames() throws IOException {
        var policy =
                Policies.accepted(Files.readString(Path.of("../samples/policies/jianghai.yml")));
        var decision = EvaluateGate.evaluate(policy, facts("COMMAND_INJECTION", 78));
        assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(decision.rules().getFirst().named()).isTrue();
    }

    private static Verdict byDefault(String rule, int cwe) {
        return EvaluateGate.evaluate(ShippedPack.ofDefaults().defaultPolicy(), facts(rule, cwe))
                .verdict();
    }

    private static Facts facts(String rule, int cwe) {
        String commit = "8c1f4e2a".repeat(5);
        return new Facts(
                NOW,
                Stage.BUILD,
                new Facts.ApplicationFacts("MBANK", 1, 4, "INTERNET"),
                new Facts.Change(
                        "main",
                        "BRANCH",
                        commit,
                        new Facts.MergeBase(Facts.MergeBase.State.FOUND, "3f9a1c2b".repeat(5))),
                List.of(
                        new Facts.RunFacts(
                                "MBANK-R-1",
                                ScannerKind.SAST,
                                "SpotBugs",
                                "4.10.4",
                                "aa",
                                commit,
                                true,
                                NOW,
                                "bb")),
                List.of(
                        new Facts.FindingFacts(
                                "MBANK-F-1",
                                "SpotBugs",
                                rule,
                                Severity.MEDIUM,
                                List.of(cwe),
                                "title",
                                "src/A.java",
                                3,
                                true,
                                0,
                                Facts.FindingFacts.Status.OPEN)),
                ShippedPack.ofDefaults().precision(),
                List.of());
    }
}
