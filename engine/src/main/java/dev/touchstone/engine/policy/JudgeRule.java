package dev.touchstone.engine.policy;

import dev.touchstone.contract.Severity;
import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.RuleOutcome.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges one rule over the findings: hits, unknown ones, waived ones. */
final class JudgeRule {

    private static final Comparator<Found> ORDER =
            Comparator.comparing(Found::verdict, Comparator.reverseOrder())
                    .thenComparing(Found::severity, Comparator.reverseOrder())
                    .thenComparing(Found::path)
                    .thenComparing(Found::line)
                    .thenComparing(Found::id);

    private final PolicyRule rule;
    private final Facts facts;
    private final GlobalFacts globals;
    private final Waivers waivers;
    private final List<Found> hits = new ArrayList<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private int unknownFindings;

    JudgeRule(PolicyRule rule, Facts facts, GlobalFacts globals, Waivers waivers) {
        this.rule = rule;
        this.facts = facts;
        this.globals = globals;
        this.waivers = waivers;
    }

    private record Found(@Nullable FindingView view, Verdict verdict, @Nullable String waiver) {

        Severity severity() {
            return view != null && view.facts.severity() != null
                    ? view.facts.severity()
                    : Severity.INFO;
        }

        String path() {
            return view == null || view.facts.path() == null ? "" : view.facts.path();
        }

        int line() {
            return view == null || view.facts.line() == null ? 0 : view.facts.line();
        }

        String id() {
            return view == null ? "" : view.facts.id();
        }

        Found as(Verdict other) {
            return new Found(view, other, waiver);
        }
    }

    RuleOutcome judge(FindingTable table) {
        var condition = rule.when();
        if (facts.stage() == null) {
            unknown.put(Vocabulary.STAGE, 0);
        } else if (condition != null && rule.eachFinding()) {
            askForEach(condition.under(globals, table), table);
        } else if (condition != null) {
            askOnce(condition);
        }
        if (condition != null && globals.work().isSpent()) {
            hits.clear();
            unknown.clear();
            unknownFindings = 0;
            Condition.TOO_MUCH_WORK.facts().forEach(name -> unknown.put(name, 0));
        }
        var needs = CheckNeeds.of(rule, facts);
        return new ExplainRule(rule, facts, needs).outcome(weigh(needs), globals);
    }

    /**
     * @param listed hits with the verdict that they have in the end, in the order of the outcome
     */
    record Weighed(
            Verdict verdict,
            int blocking,
            int warning,
            int waived,
            List<Found> found,
            Map<String, Integer> unknown,
            int unknownFindings,
            Facts.@Nullable WaiverFacts waiverOfRule) {

        int hits() {
            return found.size();
        }

        /** The first hits as the outcome lists them. */
        List<Hit> listed(@Nullable Condition condition, GlobalFacts globals) {
            return found.stream()
                    .limit(EvaluateGate.LISTED_HITS)
                    .map(hit -> hit(hit, condition, globals))
                    .toList();
        }

        private static Hit hit(Found found, @Nullable Condition condition, GlobalFacts globals) {
            var view = found.view();
            var parts =
                    condition == null
                            ? List.<RuleOutcome.Value>of()
                            : condition.explain(globals, view);
            if (view == null) {
                return new Hit(
                        null,
                        found.verdict(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        found.waiver(),
                        parts);
            }
            var finding = view.facts;
            var precision = view.precision;
            return new Hit(
                    finding.id(),
                    found.verdict(),
                    finding.tool(),
                    finding.rule(),
                    finding.severity(),
                    finding.title(),
                    finding.path(),
                    finding.line(),
                    precision == null
                            ? null
                            : new RuleOutcome.Precision(precision.value(), precision.judgements()),
                    found.waiver(),
                    parts);
        }
    }

    private void askForEach(Condition.Asking asking, FindingTable table) {
        if (facts.findings() == null) {
            unknown.put("findings", 0);
            return;
        }
        for (int row = 0; row < table.size(); row++) {
            FindingView view = table.view(row);
            if (globals.work().isSpent()) {
                return;
            }
            switch (asking.about(row)) {
                case Answer.No no -> {}
                case Answer.Yes yes -> hits.add(found(view));
                case Answer.Unknown missing -> {
                    String waiver = waiverFor(view);
                    if (waiver != null) {
                        hits.add(new Found(view, Verdict.PASS_WITH_WAIVERS, waiver));
                    } else {
                        unknownFindings++;
                        missing.facts().forEach(name -> unknown.merge(name, 1, Integer::sum));
                    }
                }
            }
        }
    }

    private void askOnce(Condition condition) {
        switch (condition.once(globals)) {
            case Answer.No no -> {}
            case Answer.Yes yes -> hits.add(new Found(null, rule.mode().verdictOfAHit(), null));
            case Answer.Unknown missing -> missing.facts().forEach(name -> unknown.put(name, 0));
        }
    }

    private Found found(FindingView view) {
        String waiver = waiverFor(view);
        if (waiver != null) {
            return new Found(view, Verdict.PASS_WITH_WAIVERS, waiver);
        }
        Verdict verdict = rule.mode().verdictOfAHit();
        boolean mayBlock = rule.named() || ExplainRule.isPrecise(rule, view.precision);
        return new Found(
                view, verdict == Verdict.BLOCK && !mayBlock ? Verdict.WARN : verdict, null);
    }

    private @Nullable String waiverFor(FindingView view) {
        return view.facts.status() == Facts.FindingFacts.Status.ACCEPTED
                ? "ACCEPTED"
                : waivers.covering(rule.id(), view.facts.id());
    }

    private Weighed weigh(CheckNeeds.Result needs) {
        int blocking = count(Verdict.BLOCK);
        int waived = count(Verdict.PASS_WITH_WAIVERS);
        int warning = hits.size() - blocking - waived;
        Verdict ofHits;
        if (rule.mode() == Mode.MONITOR) {
            ofHits = Verdict.PASS;
        } else if (blocking > rule.atMost()) {
            ofHits = Verdict.BLOCK;
        } else if (blocking + warning > rule.atMost()) {
            ofHits = Verdict.WARN;
        } else {
            ofHits = waived > 0 ? Verdict.PASS_WITH_WAIVERS : Verdict.PASS;
        }
        Verdict all = ofHits.and(ofUnknown(blocking + warning)).and(ofNeeds(needs));
        if (rule.mode() == Mode.MONITOR) {
            all = Verdict.PASS;
        }
        var waiver = waivers.ofRule(rule.id()).orElse(null);
        if (waiver != null && all != Verdict.PASS) {
            all = Verdict.PASS_WITH_WAIVERS;
        }
        Verdict most = waiver == null ? ofHits : Verdict.PASS_WITH_WAIVERS;
        var shown =
                hits.stream()
                        .map(hit -> hit.verdict().compareTo(most) > 0 ? hit.as(most) : hit)
                        .sorted(ORDER)
                        .toList();
        return new Weighed(all, blocking, warning, waived, shown, unknown, unknownFindings, waiver);
    }

    private Verdict ofUnknown(int certain) {
        if (unknown.isEmpty()) {
            return Verdict.PASS;
        }
        boolean couldMatter = unknownFindings == 0 || certain + unknownFindings > rule.atMost();
        return couldMatter ? rule.onUnknown() : Verdict.PASS;
    }

    private Verdict ofNeeds(CheckNeeds.Result needs) {
        return switch (needs.verdict()) {
            case NO_DATA -> rule.onUnknown();
            case PASS, PASS_WITH_WAIVERS, WARN, STALE, BLOCK, BYPASSED -> needs.verdict();
        };
    }

    private int count(Verdict verdict) {
        return (int) hits.stream().filter(hit -> hit.verdict() == verdict).count();
    }
}
