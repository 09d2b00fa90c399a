package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges facts by a policy; the only code that decides, in server and command line alike. */
public final class EvaluateGate {

    /** Hits beyond this number are counted, not listed. */
    public static final int LISTED_HITS = 100;

    private static final Comparator<RuleOutcome> WORST_FIRST =
            Comparator.comparing(RuleOutcome::verdict, Comparator.reverseOrder())
                    .thenComparing(RuleOutcome::id);

    private EvaluateGate() {}

    public static GateDecision evaluate(Policy policy, Facts facts) {
        var globals = new GlobalFacts(facts, policy.lists());
        var waivers = new Waivers(facts);
        var table = new FindingTable(facts);
        var outcomes = new ArrayList<RuleOutcome>();
        for (PolicyRule rule : policy.rules()) {
            if (facts.stage() == null || rule.stages().contains(facts.stage())) {
                outcomes.add(new JudgeRule(rule, facts, globals, waivers).judge(table));
            }
        }
        outcomes.sort(WORST_FIRST);
        return new GateDecision(
                outcomes.stream()
                        .map(RuleOutcome::verdict)
                        .reduce(Verdict::and)
                        .orElse(Verdict.NO_DATA),
                facts.stage(),
                new GateDecision.PolicyName(policy.id(), policy.version(), policy.digest()),
                facts.change().base() == null ? Facts.MergeBase.NONE : facts.change().base(),
                outcomes,
                inputs(facts),
                outcomes.isEmpty() ? noRule(policy, facts) : NextSteps.of(outcomes));
    }

    private static List<GateDecision.Input> inputs(Facts facts) {
        if (facts.runs() == null) {
            return List.of();
        }
        return facts.runs().stream()
                .map(
                        run ->
                                new GateDecision.Input(
                                        run.id(),
                                        run.kind(),
                                        run.tool(),
                                        run.commit(),
                                        run.ruleDigest(),
                                        run.digest()))
                .sorted(Comparator.comparing(GateDecision.Input::run))
                .toList();
    }

    private static List<GateDecision.NextStep> noRule(Policy policy, Facts facts) {
        return List.of(
                new GateDecision.NextStep(
                        GateDecision.NextStep.Kind.GIVE_FACT,
                        new Text(
                                "策略 " + policy.id() + " 在阶段 " + facts.stage() + " 没有规则",
                                "Policy "
                                        + policy.id()
                                        + " has no rule for the stage "
                                        + facts.stage()),
                        String.valueOf(facts.stage()),
                        "",
                        null));
    }
}
