package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.GateDecision.NextStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what stands in the way into work: lines to mend, scans to run, facts to give. */
final class NextSteps {

    private static final int MOST_LINES = 20;
    private static final Text MEND_LINE = new Text("修复这一行", "Mend this line");

    private NextSteps() {}

    static List<NextStep> of(List<RuleOutcome> rules) {
        Map<String, NextStep> steps = new LinkedHashMap<>();
        for (RuleOutcome rule : rules) {
            if (rule.verdict() == Verdict.BLOCK) {
                mend(rule, steps);
            }
        }
        for (RuleOutcome rule : rules) {
            if (rule.verdict() != Verdict.PASS && rule.verdict() != Verdict.PASS_WITH_WAIVERS) {
                missing(rule, steps);
            }
        }
        return new ArrayList<>(steps.values());
    }

    private static void mend(RuleOutcome rule, Map<String, NextStep> steps) {
        for (RuleOutcome.Hit hit : rule.hits()) {
            if (hit.verdict() != Verdict.BLOCK || hit.finding() == null) {
                continue;
            }
            String where = place(hit);
            if (steps.size() >= MOST_LINES) {
                return;
            }
            steps.putIfAbsent(
                    where,
                    new NextStep(
                            NextStep.Kind.MEND_LINE,
                            rule.mend() == null ? MEND_LINE : rule.mend(),
                            where,
                            rule.id(),
                            hit.finding()));
        }
    }

    private static void missing(RuleOutcome rule, Map<String, NextStep> steps) {
        for (RuleOutcome.NamedFact fact : rule.facts()) {
            boolean run = fact.name().startsWith("runs.");
            if (run && fact.value().endsWith(", complete")) {
                continue;
            }
            if (run) {
                String kind = fact.name().substring("runs.".length());
                steps.putIfAbsent(
                        fact.name(),
                        new NextStep(
                                NextStep.Kind.RUN_SCAN,
                                new Text(
                                        "对本次提交运行一次完整的 " + kind + " 扫描",
                                        "Run a complete " + kind + " scan on this commit"),
                                kind,
                                rule.id(),
                                null));
            } else if (fact.value().startsWith("unknown")) {
                steps.putIfAbsent(
                        fact.name(),
                        new NextStep(
                                NextStep.Kind.GIVE_FACT,
                                what(fact.name()),
                                fact.name(),
                                rule.id(),
                                null));
            }
        }
    }

    private static Text what(String fact) {
        return fact.equals("finding.isNew")
                ? new Text(
                        "对本次变更的起点提交做一次完整扫描，才能分辨哪些是新增",
                        "Scan the commit that this change starts from, so that new can be told"
                                + " from old")
                : new Text("补充事实 " + fact, "Give the fact " + fact);
    }

    private static String place(RuleOutcome.Hit hit) {
        String path = hit.path() == null ? "" : hit.path();
        Integer line = hit.line();
        return line == null || line == 0 ? path : path + ":" + line;
    }
}
