package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    @Test
    void readsEveryKindOfRule() {
        Policy policy = Policies.accepted(Policies.ALL_KINDS);
        assertThat(policy.id()).isEqualTo("all-kinds");
        assertThat(policy.rules()).extracting(PolicyRule::id).contains("T-1", "T-8").hasSize(8);
        assertThat(policy.digest()).hasSize(64);
    }

    @Test
    void aMistypedFactIsRefusedWithRuleLineAndColumn() {
        var faults =
                refused(
                        """
                        id: p
                        version: "1"
                        title: {zh: 一, en: One}
                        rules:
                          - id: TS-1
                            title: {zh: 一, en: One}
                            needs: [{kind: SAST}]
                            each: finding
                            when: finding.sevrity >= HIGH
                            mode: BLOCK
                          - id: TS-2
                            title: {zh: 二, en: Two}
                            needs: [{kind: SAST}]
                            each: finding
                            when: |
                              finding.isNew
                                && finding.cwes.exists(c, c in INJECTIONS)
                            mode: BLOCK
                        """);
        assertThat(faults).extracting(Fault::place).containsExactly("9:18", "17:40");
        assertThat(faults.getFirst().message()).contains("TS-1", "undefined field 'sevrity'");
        assertThat(faults.getLast().message()).contains("TS-2", "INJECTIONS");
    }

    @Test
    void everyFaultOfAFileIsTold() {
        var faults =
                refused(
                        """
                        id: Not An Id
                        title: {zh: 一}
                        rule: []
                        rules:
                          - id: A
                            title: {zh: 一, en: One}
                            mode: STOP
                            when: 'true'
                          - id: B
                            title: {zh: 一, en: One}
                            mode: WARN
                            each: finding
                            when: finding.severity
                        """);
        assertThat(faults)
                .extracting(Fault::message)
                .anyMatch(text -> text.contains("no field \"rule\""))
                .anyMatch(text -> text.contains("needs the field \"version\""))
                .anyMatch(text -> text.contains("both languages"))
                .anyMatch(text -> text.contains("rule A: mode must be one of MONITOR, WARN, BLOCK"))
                .anyMatch(text -> text.contains("rule B: each: finding needs the scan"))
                .anyMatch(text -> text.contains("expected type 'bool' but found 'int'"))
                .anyMatch(text -> text.contains("lower-case letters"));
    }

    @Test
    void refusesWhatWouldOnlyFailWhileJudging() {
        for (String expression :
                List.of(
                        "finding.rule.matches('(a')",
                        "finding.rule.matches(finding.title)",
                        "dyn(finding).foo == 1",
                        "Finding{id: 'x'}.id == 'x'",
                        "finding.rule == 3",
                        "{'a': 1}['b'] == 1",
                        "getenv('HOME') == ''")) {
            assertThat(refused(rule(expression))).as(expression).isNotEmpty();
        }
    }

    @Test
    void hostileTextsAreRefusedNotSuffered() {
        assertThat(refused("")).isNotEmpty();
        assertThat(refused("[".repeat(100_000))).isNotEmpty();
        assertThat(refused("- ".repeat(100_000))).isNotEmpty();
        assertThat(refused("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b,*b,*b]")).isNotEmpty();
        assertThat(refused("\u0000\uFFFF")).isNotEmpty();
        assertThat(refused("x".repeat(1_000_000))).isNotEmpty();
        assertThat(refused("id: a\nid: b\n")).isNotEmpty();
        assertThat(refused("!!javax.script.ScriptEngineManager [x]")).isNotEmpty();
        assertThat(refused(rule("true" + " && true".repeat(2_000)))).isNotEmpty();
        assertThat(refused(rule("(".repeat(500) + "true" + ")".repeat(500)))).isNotEmpty();
        assertThat(refused(rule("'" + "a".repeat(5_000) + "' == ''"))).isNotEmpty();
    }

    @Test
    void aLoopThatRunsTooLongEndsAsNoData() {
        String ten = "[1,2,3,4,5,6,7,8,9,10]";
        String loop = ten + ".all(a, " + ten + ".all(b, " + ten + ".all(c, a < 100)))";
        var policy = Policies.ofRule("when: \"" + loop + "\"", "mode: BLOCK");
        var facts = new FactsReader().read("{\"at\":\"2026-11-25T16:00:00Z\",\"stage\":\"BUILD\"}");
        assertThat(EvaluateGate.evaluate(policy, ((FactsReading.Accepted) facts).facts()).verdict())
                .isEqualTo(dev.touchstone.contract.Verdict.NO_DATA);
    }

    @Test
    void aPolicyThatAsksForTooMuchWorkEndsAsNoDataWhateverTheOrderOfTheFindings() {
        String list = "[" + "1,".repeat(255) + "1]";
        var policy =
                Policies.ofRule(
                        "needs: [{kind: SAST}]",
                        "each: finding",
                        "mode: BLOCK",
                        "when: \"" + list + ".all(x, finding.title != 'z' || x > 0)\"");
        var findings = new ArrayList<Facts.FindingFacts>();
        for (int i = 0; i < 5_000; i++) {
            findings.add(titled("MBANK-F-" + i, "ab".repeat(50) + i));
        }
        byte[] once = GateJson.write(EvaluateGate.evaluate(policy, facts(findings)));
        Collections.shuffle(findings, new Random(1));
        byte[] twice = GateJson.write(EvaluateGate.evaluate(policy, facts(findings)));
        assertThat(once).isEqualTo(twice);
        assertThat(new String(once, StandardCharsets.UTF_8))
                .contains("NO_DATA", "more work than one evaluation may do");
    }

    private static Facts.FindingFacts titled(String id, String title) {
        return new Facts.FindingFacts(
                id,
                "T",
                "R",
                Severity.HIGH,
                List.of(),
                title,
                "",
                0,
                true,
                0,
                Facts.FindingFacts.Status.OPEN);
    }

    private static Facts facts(List<Facts.FindingFacts> findings) {
        return new Facts(
                Instant.parse("2026-11-25T16:00:00Z"),
                Stage.BUILD,
                Facts.ApplicationFacts.UNKNOWN,
                Facts.Change.UNKNOWN,
                List.of(),
                findings,
                List.of(),
                List.of());
    }

    @Test
    void aPolicyMayNotLowerItsOwnBarByNumbersInsteadOfByName() {
        assertThat(
                        refused(
                                Policies.text(
                                        "needs: [{kind: SAST}]",
                                        "each: finding",
                                        "when: finding.isNew",
                                        "mode: BLOCK",
                                        "minimumPrecision: {value: 0.1, judgements: 1}")))
                .extracting(Fault::message)
                .anyMatch(text -> text.contains("value must be a number from 0.5 to 1"));
    }

    private static String rule(String expression) {
        return Policies.text(
                "needs: [{kind: SAST}]",
                "each: finding",
                "mode: WARN",
                "when: \"" + expression.replace("\"", "\\\"") + "\"");
    }

    private static List<Fault> refused(String yaml) {
        return switch (new PolicyReader().read(yaml)) {
            case PolicyReading.Refused refused -> refused.faults();
            case PolicyReading.Accepted accepted -> List.of();
        };
    }
}
