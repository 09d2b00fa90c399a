package dev.touchstone.bench;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.EvaluateGate;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.GateJson;
import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.PolicyReader;
import dev.touchstone.engine.policy.PolicyReading;
import dev.touchstone.engine.policy.Stage;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A decision over 10,000 findings and 20 rules, written as JSON. The limit beside it is the same
 * number of comparisons by hand-written Java, which explains nothing.
 */
public final class GateBench implements Benchmark {

    private static final int FINDINGS = 10_000;
    private static final int RULES = 20;
    private static final int WARM_UP = 40;
    private static final int RUNS = 300;
    private static final double BUDGET_MILLIS = 150;
    private static final Instant NOW = Instant.parse("2026-11-25T16:00:00Z");
    private static final String COMMIT = "8c1f4e2a".repeat(5);

    private static final List<String> CONDITIONS =
            List.of(
                    "finding.isNew && finding.severity >= HIGH",
                    "finding.isNew && finding.severity >= HIGH"
                            + " && finding.cwes.exists(c, c in INJECTION)",
                    "finding.rule in NAMED",
                    "finding.rule.startsWith('RULE_1') && finding.ageDays > 60",
                    "finding.path.matches('.*/web/.*') && finding.severity == CRITICAL",
                    "finding.path.startsWith('src/main/java/bank/p7/') && finding.isNew",
                    "rule.precision >= 0.9 && finding.severity >= MEDIUM && finding.isNew",
                    "application.tier == 1 && finding.severity == CRITICAL && finding.isNew",
                    "finding.ageDays > 85 && finding.severity >= HIGH",
                    "finding.title.contains('input') && finding.line > 1990");

    /** Runs it alone. */
    public static void main(String[] args) {
        new GateBench().measure().forEach(measured -> System.out.println(measured.row()));
    }

    @Override
    public List<Measurement> measure() {
        Policy policy = policy();
        Facts facts = facts();
        var millis = new double[RUNS];
        var busy = new double[RUNS];
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = -WARM_UP; i < RUNS; i++) {
            long begin = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            byte[] json = GateJson.write(EvaluateGate.evaluate(policy, facts));
            if (i >= 0 && json.length > 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
                busy[i] = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
            }
        }
        Arrays.sort(millis);
        Arrays.sort(busy);
        double p99 = millis[RUNS * 99 / 100];
        return List.of(
                new Measurement(
                        "gate decision over 10,000 findings × 20 rules",
                        "p50 %.0f ms, p99 %.0f ms (processor: %.0f, %.0f)"
                                .formatted(
                                        millis[RUNS / 2],
                                        p99,
                                        busy[RUNS / 2],
                                        busy[RUNS * 99 / 100]),
                        "%.1f ms by hand-written comparisons".formatted(byHand(facts)),
                        "p99 ≤ 150 ms",
                        p99 <= BUDGET_MILLIS));
    }

    private static double byHand(Facts facts) {
        var findings = facts.findings() == null ? List.<Facts.FindingFacts>of() : facts.findings();
        double best = Double.MAX_VALUE;
        long hits = 0;
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            for (int rule = 0; rule < RULES; rule++) {
                for (Facts.FindingFacts finding : findings) {
                    Severity severity = finding.severity();
                    String path = finding.path();
                    if (Boolean.TRUE.equals(finding.isNew())
                            && severity != null
                            && severity.compareTo(Severity.HIGH) >= 0
                            && path != null
                            && path.startsWith("src/main/java/bank/p" + rule % 10)) {
                        hits++;
                    }
                }
            }
            best = Math.min(best, (System.nanoTime() - begin) / 1e6);
        }
        return hits < 0 ? 0 : best;
    }

    private static Policy policy() {
        var yaml =
                new StringBuilder(
                        """
                        id: bench
                        version: "1"
                        title: {zh: 压测, en: Bench}
                        lists:
                          INJECTION: [77, 78, 79, 89, 90, 91, 94, 611, 643]
                          NAMED: [RULE_3, RULE_14, RULE_15]
                        rules:
                        """);
        for (int i = 0; i < RULES; i++) {
            yaml.append(
                    """
                      - id: B-%d
                        title: {zh: 规则, en: Rule}
                        needs: [{kind: SAST}]
                        each: finding
                        when: "%s"
                        mode: %s
                    """
                            .formatted(
                                    i,
                                    CONDITIONS.get(i % CONDITIONS.size()),
                                    i < CONDITIONS.size() ? "BLOCK" : "WARN"));
        }
        return switch (new PolicyReader().read(yaml.toString())) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused ->
                    throw new IllegalStateException(refused.faults().toString());
        };
    }

    private static Facts facts() {
        var random = new Random(7);
        var findings = new ArrayList<Facts.FindingFacts>();
        for (int i = 1; i <= FINDINGS; i++) {
            findings.add(
                    new Facts.FindingFacts(
                            "MBANK-F-" + i,
                            "SpotBugs",
                            "RULE_" + random.nextInt(60),
                            Severity.values()[random.nextInt(5)],
                            List.of(70 + random.nextInt(30)),
                            "Query number " + i + " is made of input",
                            "src/main/java/bank/p%d/web/File%d.java"
                                    .formatted(random.nextInt(40), random.nextInt(1200)),
                            random.nextInt(2000),
                            random.nextInt(10) == 0,
                            random.nextInt(120),
                            Facts.FindingFacts.Status.OPEN));
        }
        var precision = new ArrayList<Facts.PrecisionFacts>();
        for (int i = 0; i < 60; i++) {
            precision.add(
                    new Facts.PrecisionFacts("SpotBugs", "RULE_" + i, 20 + random.nextInt(11), 30));
        }
        return new Facts(
                NOW,
                Stage.BUILD,
                new Facts.ApplicationFacts("MBANK", 1, 4, "INTERNET"),
                new Facts.Change(
                        "main",
                        "BRANCH",
                        COMMIT,
                        new Facts.MergeBase(Facts.MergeBase.State.FOUND, "3f9a1c2b".repeat(5))),
                List.of(
                        new Facts.RunFacts(
                                "MBANK-R-1",
                                ScannerKind.SAST,
                                "SpotBugs",
                                "4.10.4",
                                "aa",
                                COMMIT,
                                true,
                                NOW,
                                "bb")),
                findings,
                precision,
                List.of());
    }
}
