package dev.touchstone.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Severity;
import dev.touchstone.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluateGateTest {

    private static final Instant NOW = Instant.parse("2026-11-25T16:00:00Z");
    private static final String COMMIT = "8c1f4e2a".repeat(5);

    private static final String[] NEW_INJECTION = {
        "needs: [{kind: SAST}]",
        "each: finding",
        "when: finding.isNew && finding.severity >= HIGH && finding.cwes.exists(c, c in INJECTION)",
        "mode: BLOCK"
    };

    @Test
    void blocksOnAHitOfAPreciseRuleAndShowsEveryPart() {
        var decision =
                EvaluateGate.evaluate(
                        Policies.ofRule(NEW_INJECTION),
                        facts(List.of(run(true)), List.of(finding(true)), precise(28, 30)));

        assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
        var rule = decision.rules().getFirst();
        assertThat(rule.effectiveMode()).isEqualTo(Mode.BLOCK);
        var hit = rule.hits().getFirst();
        assertThat(hit.values())
                .extracting(RuleOutcome.Value::expression, RuleOutcome.Value::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("finding.isNew", "true"),
                        org.assertj.core.groups.Tuple.tuple("finding.severity >= HIGH", "true"),
                        org.assertj.core.groups.Tuple.tuple("finding.severity", "CRITICAL"),
                        org.assertj.core.groups.Tuple.tuple("finding.cwes", "CWE-89"),
                        org.assertj.core.groups.Tuple.tuple(
                                "finding.cwes.exists(c, c in INJECTION)", "true"));
        assertThat(hit.precision()).isEqualTo(new RuleOutcome.Precision(28 / 30.0, 30));
        assertThat(decision.next())
                .extracting(GateDecision.NextStep::where)
                .containsExactly("src/PayeeQuery.java:44");
    }

    @Test
    void lowersBlockToWarnWhileTheScannersRuleIsNotPrecise() {
        for (var precision :
                List.of(precise(26, 30), precise(19, 19), List.<Facts.PrecisionFacts>of())) {
            var decision =
                    EvaluateGate.evaluate(
                            Policies.ofRule(NEW_INJECTION),
                            facts(List.of(run(true)), List.of(finding(true)), precision));
            assertThat(decision.verdict()).isEqualTo(Verdict.WARN);
            assertThat(decision.rules().getFirst().effectiveMode()).isEqualTo(Mode.WARN);
            assertThat(decision.rules().getFirst().mode()).isEqualTo(Mode.BLOCK);
            assertThat(decision.rules().getFirst().why().en()).contains("lowered", "0.90", "20");
        }
    }

    @Test
    void blocksANamedRuleWhateverItsPrecisionAndSaysWhoseChoiceItIs() {
        var decision =
                EvaluateGate.evaluate(
                        Policies.ofRule(
                                "needs: [{kind: SAST}]",
                                "each: finding",
                                "when: finding.rule == 'SQL_INJECTION_JDBC'",
                                "mode: BLOCK",
                                "named: true"),
                        facts(List.of(run(true)), List.of(finding(null)), precise(3, 30)));
        assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(decision.rules().getFirst().why().en()).contains("this organisation's choice");
        assertThat(decision.rules().getFirst().hits().getFirst().precision()).isNotNull();
    }

    @Test
    void saysNoDataAndNamesTheFactWhereItIsNotKnownWhetherAFindingIsNew() {
        var decision =
                EvaluateGate.evaluate(
                        Policies.ofRule(NEW_INJECTION),
                        facts(List.of(run(true)), List.of(finding(null)), List.of()));
        assertThat(decision.verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(decision.rules().getFirst().facts())
                .contains(new RuleOutcome.NamedFact("finding.isNew", "unknown for 1 findings"));
        assertThat(decision.rules().getFirst().why().en()).contains("NO_BASE");
    }

    @Test
    void anUnknownFactThatCannotDecideDoesNotMatter() {
        var low = finding(null, Severity.LOW);
        var decision =
                EvaluateGate.evaluate(
                        Policies.ofRule(NEW_INJECTION),
                        facts(List.of(run(true)), List.of(low), List.of()));
        assertThat(decision.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void onUnknownMayWarnOrBlockInstead() {
        for (Verdict verdict : List.of(Verdict.WARN, Verdict.BLOCK)) {
            var fields = new ArrayList<>(List.of(NEW_INJECTION));
            fields.add("onUnknown: " + verdict);
            var decision =
                    EvaluateGate.evaluate(
                            Policies.ofRule(fields.toArray(String[]::new)),
                            facts(List.of(run(true)), List.of(finding(null)), List.of()));
            assertThat(decision.verdict()).isEqualTo(verdict);
        }
    }

    @Test
    void absenceOfAFindingPassesOnlyWhereACompleteRunLookedAtTheCommit() {
        var policy = Policies.ofRule(NEW_INJECTION);
        assertThat(verdict(policy, List.of(run(true)), List.of())).isEqualTo(Verdict.PASS);
        assertThat(verdict(policy, List.of(run(false)), List.of())).isEqualTo(Verdict.NO_DATA);
        assertThat(verdict(policy, List.of(), List.of())).isEqualTo(Verdict.NO_DATA);
        assertThat(verdict(policy, null, List.of())).isEqualTo(Verdict.NO_DATA);
        assertThat(verdict(policy, List.of(run(true)), null)).isEqualTo(Verdict.NO_DATA);
        assertThat(verdict(policy, List.of(run("0".repeat(40), true, NOW)), List.of()))
                .isEqualTo(Verdict.NO_DATA);
    }

    @Test
    void anOldRunIsStale() {
        var policy =
                Policies.ofRule("needs: [{kind: SAST, maxAgeDays: 7, on: LINE}]", "mode: WARN");
        var old = run("0".repeat(40), true, NOW.minus(Duration.ofDays(9)));
        var decision = EvaluateGate.evaluate(policy, facts(List.of(old), List.of(), List.of()));
        assertThat(decision.verdict()).isEqualTo(Verdict.STALE);
        assertThat(decision.rules().getFirst().why().en()).contains("9 days old");
        assertThat(decision.next())
                .extracting(GateDecision.NextStep::where)
                .containsExactly("SAST");
    }

    @Test
    void waiversCoverUntilTheyEnd() {
        var policy =
                Policies.ofRule(
                        "needs: [{kind: SAST}]",
                        "each: finding",
                        "when: finding.severity >= HIGH",
                        "mode: BLOCK",
                        "named: true");
        assertThat(waived(policy, "F-1", null, NOW.plusSeconds(1)))
                .isEqualTo(Verdict.PASS_WITH_WAIVERS);
        assertThat(waived(policy, "F-1", "R", NOW.plusSeconds(1)))
                .isEqualTo(Verdict.PASS_WITH_WAIVERS);
        assertThat(waived(policy, null, "R", NOW.plusSeconds(1)))
                .isEqualTo(Verdict.PASS_WITH_WAIVERS);
        assertThat(waived(policy, "F-1", "other", NOW.plusSeconds(1))).isEqualTo(Verdict.BLOCK);
        assertThat(waived(policy, "F-2", null, NOW.plusSeconds(1))).isEqualTo(Verdict.BLOCK);
        assertThat(waived(policy, "F-1", null, NOW)).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void atMostLetsThatManyHitsThrough() {
        var policy =
                Policies.ofRule(
                        "needs: [{kind: SAST}]",
                        "each: finding",
                        "when: finding.isNew",
                        "atMost: 2",
                        "mode: WARN");
        var two = List.of(finding("F-1", true), finding("F-2", true));
        var three = List.of(finding("F-1", true), finding("F-2", true), finding("F-3", true));
        var perhaps = List.of(finding("F-1", true), finding("F-2", true), finding("F-3", null));
        var few = List.of(finding("F-1", true), finding("F-2", null));
        assertThat(verdict(policy, List.of(run(true)), two)).isEqualTo(Verdict.PASS);
        assertThat(verdict(policy, List.of(run(true)), three)).isEqualTo(Verdict.WARN);
        assertThat(verdict(policy, List.of(run(true)), perhaps)).isEqualTo(Verdict.NO_DATA);
        assertThat(verdict(policy, List.of(run(true)), few)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aStageWithoutARuleIsNoData() {
        var policy = Policies.ofRule("stages: [RUN]", "needs: [{kind: SAST}]", "mode: BLOCK");
        var decision = EvaluateGate.evaluate(policy, facts(List.of(), List.of(), List.of()));
        assertThat(decision.verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(decision.next().getFirst().what().en()).contains("no rule for the stage BUILD");
    }

    @Test
    void anErrorWhileJudgingIsNoDataNotSilence() {
        var policy =
                Policies.ofRule(
                        "needs: [{kind: SAST}]",
                        "each: finding",
                        "when: 10 / finding.line > 1",
                        "mode: WARN");
        var zero =
                new Facts.FindingFacts(
                        "F-1",
                        "SpotBugs",
                        "X",
                        Severity.LOW,
                        List.of(),
                        "t",
                        "",
                        0,
                        true,
                        1,
                        Facts.FindingFacts.Status.OPEN);
        assertThat(verdict(policy, List.of(run(true)), List.of(zero))).isEqualTo(Verdict.NO_DATA);
    }

    @Test
    void theOrderOfTheFactsDoesNotChangeAByteOfTheDecision() {
        var policy = Policies.accepted(Policies.ALL_KINDS);
        var generator = new FactsGenerator(11);
        for (int i = 0; i < 200; i++) {
            Facts facts = generator.next();
            byte[] once = GateJson.write(EvaluateGate.evaluate(policy, facts));
            byte[] twice = GateJson.write(EvaluateGate.evaluate(policy, shuffled(facts, i)));
            assertThat(twice).isEqualTo(once);
        }
    }

    @Test
    void factsThatWereWrittenAndReadGiveTheSameDecision() {
        var policy = Policies.accepted(Policies.ALL_KINDS);
        var generator = new FactsGenerator(12);
        for (int i = 0; i < 200; i++) {
            Facts facts = generator.next();
            var reading =
                    new FactsReader()
                            .read(
                                    new String(
                                            GateJson.write(facts),
                                            java.nio.charset.StandardCharsets.UTF_8));
            assertThat(reading).isEqualTo(new FactsReading.Accepted(facts));
        }
        assertThat(policy.rules()).hasSize(8);
    }

    private static Facts shuffled(Facts facts, long seed) {
        return new Facts(
                facts.at(),
                facts.stage(),
                facts.application(),
                facts.change(),
                shuffled(facts.runs(), seed),
                shuffled(facts.findings(), seed),
                facts.precision(),
                facts.waivers());
    }

    private static <T> @Nullable List<T> shuffled(@Nullable List<T> list, long seed) {
        if (list == null) {
            return null;
        }
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private static Verdict waived(
            Policy policy, @Nullable String finding, @Nullable String rule, Instant until) {
        var facts = facts(List.of(run(true)), List.of(finding(true)), List.of());
        var waiver = new Facts.WaiverFacts("W-1", finding, rule, until, "reason");
        return EvaluateGate.evaluate(
                        policy,
                        new Facts(
                                facts.at(),
                                facts.stage(),
                                facts.application(),
                                facts.change(),
                                facts.runs(),
                                facts.findings(),
                                facts.precision(),
                                List.of(waiver)))
                .verdict();
    }

    private static Verdict verdict(
            Policy policy,
            @Nullable List<Facts.RunFacts> runs,
            @Nullable List<Facts.FindingFacts> findings) {
        return EvaluateGate.evaluate(policy, facts(runs, findings, List.of())).verdict();
    }

    private static Facts facts(
            @Nullable List<Facts.RunFacts> runs,
            @Nullable List<Facts.FindingFacts> findings,
            List<Facts.PrecisionFacts> precision) {
        boolean noBase = findings != null && findings.stream().anyMatch(f -> f.isNew() == null);
        return new Facts(
                NOW,
                Stage.BUILD,
                new Facts.ApplicationFacts("MBANK", 1, 4, "INTERNET"),
                new Facts.Change(
                        "main",
                        "BRANCH",
                        COMMIT,
                        noBase
                                ? Facts.MergeBase.NONE
                                : new Facts.MergeBase(
                                        Facts.MergeBase.State.FOUND, "3f9a1c2b".repeat(5))),
                runs,
                findings,
                precision,
                List.of());
    }

    private static Facts.RunFacts run(boolean complete) {
        return run(COMMIT, complete, NOW.minusSeconds(60));
    }

    private static Facts.RunFacts run(String commit, boolean complete, Instant at) {
        return new Facts.RunFacts(
                "R-1", ScannerKind.SAST, "SpotBugs", "4.10.4", "aa", commit, complete, at, "bb");
    }

    private static Facts.FindingFacts finding(@Nullable Boolean isNew) {
        return finding(isNew, Severity.CRITICAL);
    }

    private static Facts.FindingFacts finding(String id, @Nullable Boolean isNew) {
        return new Facts.FindingFacts(
                id,
                "SpotBugs",
                "X",
                Severity.LOW,
                List.of(),
                "t",
                "a",
                1,
                isNew,
                1,
                Facts.FindingFacts.Status.OPEN);
    }

    private static Facts.FindingFacts finding(@Nullable Boolean isNew, Severity severity) {
        return new Facts.FindingFacts(
                "F-1",
                "SpotBugs",
                "SQL_INJECTION_JDBC",
                severity,
                List.of(89),
                "Query made of input",
                "src/PayeeQuery.java",
                44,
                isNew,
                3,
                Facts.FindingFacts.Status.OPEN);
    }

    private static List<Facts.PrecisionFacts> precise(int real, int judged) {
        return List.of(new Facts.PrecisionFacts("SpotBugs", "SQL_INJECTION_JDBC", real, judged));
    }
}
