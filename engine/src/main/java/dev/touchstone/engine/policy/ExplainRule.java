package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.RuleOutcome.NamedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words why a rule came to its verdict. */
final class ExplainRule {

    private final PolicyRule rule;
    private final Facts facts;
    private final CheckNeeds.Result needs;

    ExplainRule(PolicyRule rule, Facts facts, CheckNeeds.Result needs) {
        this.rule = rule;
        this.facts = facts;
        this.needs = needs;
    }

    static boolean isPrecise(PolicyRule rule, Facts.@Nullable PrecisionFacts measured) {
        var minimum = rule.minimumPrecision();
        return measured != null
                && measured.judgements() >= minimum.judgements()
                && measured.value() >= minimum.value();
    }

    RuleOutcome outcome(JudgeRule.Weighed weighed, GlobalFacts globals) {
        boolean lowered =
                rule.mode() == Mode.BLOCK
                        && rule.eachFinding()
                        && weighed.blocking() == 0
                        && weighed.warning() > 0;
        return new RuleOutcome(
                rule.id(),
                rule.title(),
                rule.when() == null ? null : rule.when().text(),
                rule.mode(),
                lowered ? Mode.WARN : rule.mode(),
                rule.named(),
                weighed.verdict(),
                why(weighed, lowered),
                weighed.hits(),
                weighed.listed(rule.when(), globals),
                namedFacts(weighed),
                rule.mend());
    }

    private Text why(JudgeRule.Weighed weighed, boolean lowered) {
        if (weighed.waiverOfRule() instanceof Facts.WaiverFacts waiver
                && weighed.verdict() == Verdict.PASS_WITH_WAIVERS) {
            return new Text(
                    "豁免 " + waiver.id() + " 覆盖整条规则，" + waiver.until() + " 到期。",
                    "Waiver "
                            + waiver.id()
                            + " covers the whole rule until "
                            + waiver.until()
                            + ".");
        }
        if (rule.mode() == Mode.MONITOR) {
            return new Text(
                    "只监测：" + weighed.hits() + " 处命中，不影响结论。",
                    "Monitored only: " + hits(weighed.hits()) + ", without effect on the verdict.");
        }
        int counted = weighed.blocking() + weighed.warning();
        if (weighed.verdict() == Verdict.BLOCK && weighed.blocking() > rule.atMost()) {
            return blocked(weighed);
        }
        if (!weighed.unknown().isEmpty()
                && weighed.verdict() == rule.onUnknown()
                && counted <= rule.atMost()) {
            return unknown(weighed);
        }
        if (needs.why() instanceof Text missing && counted <= rule.atMost()) {
            return missing;
        }
        if (needs.why() instanceof Text missing && weighed.verdict() != Verdict.WARN) {
            return missing;
        }
        if (!weighed.unknown().isEmpty() && weighed.verdict() != Verdict.WARN) {
            return unknown(weighed);
        }
        if (counted > rule.atMost()) {
            return lowered ? lowered(weighed) : warned(weighed);
        }
        if (weighed.waived() > 0) {
            return new Text(
                    weighed.waived() + " 处命中，均有有效豁免。",
                    hits(weighed.waived()) + ", each covered by a waiver that has not ended.");
        }
        return passed(counted);
    }

    private Text blocked(JudgeRule.Weighed weighed) {
        if (rule.named()) {
            return new Text(
                    weighed.blocking() + " 处命中；由本机构点名阻断，不论已测精确率。",
                    hits(weighed.blocking())
                            + "; blocks by this organisation's choice, whatever the measured"
                            + " precision.");
        }
        if (!rule.eachFinding()) {
            return new Text("条件成立。", "The condition is true.");
        }
        return new Text(
                weighed.hits()
                        + " 处命中，其中 "
                        + weighed.blocking()
                        + " 处的扫描规则足够精确，可以阻断"
                        + most()
                        + "。",
                hits(weighed.hits())
                        + "; "
                        + weighed.blocking()
                        + " by scanner rules that are precise enough to block"
                        + mostEn()
                        + ".");
    }

    private Text lowered(JudgeRule.Weighed weighed) {
        var minimum = rule.minimumPrecision();
        String needed =
                String.format(Locale.ROOT, "%.2f / %d", minimum.value(), minimum.judgements());
        return new Text(
                weighed.warning() + " 处命中；扫描规则的精确率未达到阻断要求（" + needed + "），由阻断降为警告。",
                hits(weighed.warning())
                        + "; lowered from block to warn: no scanner rule behind them has shown a"
                        + " precision of "
                        + String.format(Locale.ROOT, "%.2f", minimum.value())
                        + " over "
                        + minimum.judgements()
                        + " judgements.");
    }

    private Text warned(JudgeRule.Weighed weighed) {
        return rule.eachFinding()
                ? new Text(
                        weighed.blocking() + weighed.warning() + " 处命中" + most() + "。",
                        hits(weighed.blocking() + weighed.warning()) + mostEn() + ".")
                : new Text("条件成立。", "The condition is true.");
    }

    private Text unknown(JudgeRule.Weighed weighed) {
        String names = String.join(", ", weighed.unknown().keySet());
        boolean noBase =
                facts.change().base() instanceof Facts.MergeBase base
                        && base.state() == Facts.MergeBase.State.NO_BASE
                        && weighed.unknown().containsKey("finding.isNew");
        String zh = noBase ? "（没有合并基可比较：NO_BASE）" : "";
        String en = noBase ? " (no merge base to compare with: NO_BASE)" : "";
        return weighed.unknownFindings() == 0
                ? new Text("缺少事实：" + names + "。", "Unknown: " + names + ".")
                : new Text(
                        weighed.unknownFindings() + " 个安全问题缺少事实：" + names + zh + "。",
                        "Unknown for "
                                + weighed.unknownFindings()
                                + " findings: "
                                + names
                                + en
                                + ".");
    }

    private Text passed(int counted) {
        String runs = String.join("; ", needs.facts().stream().map(NamedFact::value).toList());
        String because = runs.isEmpty() ? "" : "（" + runs + "）";
        String becauseEn = runs.isEmpty() ? "" : " (" + runs + ")";
        if (rule.when() == null) {
            return new Text(
                    "需要的扫描已完成" + because + "。",
                    "The runs that it needs are there" + becauseEn + ".");
        }
        if (!rule.eachFinding()) {
            return new Text("条件不成立。", "The condition is false.");
        }
        return new Text(
                counted + " 处命中" + most() + because + "。",
                hits(counted) + mostEn() + becauseEn + ".");
    }

    private List<NamedFact> namedFacts(JudgeRule.Weighed weighed) {
        var named = new ArrayList<NamedFact>();
        weighed.unknown()
                .forEach(
                        (name, count) ->
                                named.add(
                                        new NamedFact(
                                                name,
                                                count == 0
                                                        ? "unknown"
                                                        : "unknown for " + count + " findings")));
        named.addAll(needs.facts());
        facts.waivers().stream()
                .filter(waiver -> rule.id().equals(waiver.rule()))
                .filter(waiver -> !facts.at().isBefore(waiver.until()))
                .sorted(java.util.Comparator.comparing(Facts.WaiverFacts::id))
                .forEach(
                        waiver ->
                                named.add(
                                        new NamedFact(
                                                "waivers." + waiver.id(),
                                                "ended " + waiver.until())));
        return named;
    }

    private String most() {
        return rule.atMost() == 0 ? "" : "（上限 " + rule.atMost() + "）";
    }

    private String mostEn() {
        return rule.atMost() == 0 ? "" : " (at most " + rule.atMost() + " allowed)";
    }

    private static String hits(int count) {
        return count == 1 ? "1 hit" : count + " hits";
    }
}
