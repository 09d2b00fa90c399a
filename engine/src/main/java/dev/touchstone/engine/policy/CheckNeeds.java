package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.RuleOutcome.NamedFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether the runs that a rule relies on were made, saw all, and are recent enough. */
final class CheckNeeds {

    private CheckNeeds() {}

    /**
     * @param verdict PASS, STALE or NO_DATA
     * @param why null when nothing is missing
     */
    record Result(Verdict verdict, @Nullable Text why, List<NamedFact> facts, List<Need> missing) {}

    static Result of(PolicyRule rule, Facts facts) {
        Verdict verdict = Verdict.PASS;
        Text why = null;
        var named = new ArrayList<NamedFact>();
        var missing = new ArrayList<Need>();
        for (Need need : rule.needs()) {
            var one = check(need, facts);
            named.add(new NamedFact("runs." + need.kind(), one.shown));
            if (one.verdict != Verdict.PASS) {
                missing.add(need);
            }
            if (one.verdict.compareTo(verdict) > 0) {
                verdict = one.verdict;
                why = one.why;
            }
        }
        return new Result(verdict, why, named, missing);
    }

    private record One(Verdict verdict, @Nullable Text why, String shown) {}

    private static One check(Need need, Facts facts) {
        if (facts.runs() == null) {
            return noData("unknown", "没有给出扫描记录（runs）。", "The runs are not among the facts.");
        }
        String commit = facts.change().commit();
        if (need.on() == Need.On.COMMIT && commit == null) {
            return noData(
                    "unknown: change.commit",
                    "没有给出提交号（change.commit）。",
                    "The commit (change.commit) is not among the facts.");
        }
        var ofKind =
                facts.runs().stream()
                        .filter(run -> run.kind() == need.kind())
                        .filter(
                                run ->
                                        need.on() == Need.On.LINE
                                                || commit != null && commit.equals(run.commit()))
                        .sorted(
                                Comparator.comparing(Facts.RunFacts::at)
                                        .thenComparing(Facts.RunFacts::id)
                                        .reversed())
                        .toList();
        String kind = need.kind().name();
        if (ofKind.isEmpty()) {
            String what = need.on() == Need.On.COMMIT ? " " + shortened(commit) : "";
            return noData(
                    "none",
                    "没有覆盖" + (what.isEmpty() ? "本代码线" : "提交" + what) + "的 " + kind + " 扫描记录。",
                    "No "
                            + kind
                            + " run on "
                            + (what.isEmpty() ? "this line" : "commit" + what)
                            + ".");
        }
        var serving = ofKind.stream().filter(run -> run.complete() || !need.complete()).toList();
        var partial = onlyPartial(need, ofKind, serving);
        if (partial != null) {
            String id = partial.id();
            return noData(
                    id + ", partial",
                    "扫描记录 " + id + " 只完成了一部分，不能证明没有安全问题。",
                    "Run " + id + " is partial and cannot prove that nothing is there.");
        }
        var run = serving.getFirst();
        if (need.maxAgeDays() instanceof Integer days
                && Duration.between(run.at(), facts.at()).compareTo(Duration.ofDays(days)) > 0) {
            long age = Duration.between(run.at(), facts.at()).toDays();
            return new One(
                    Verdict.STALE,
                    new Text(
                            "扫描记录 " + run.id() + " 已有 " + age + " 天，上限为 " + days + " 天。",
                            "Run "
                                    + run.id()
                                    + " is "
                                    + age
                                    + " days old; at most "
                                    + days
                                    + " are allowed."),
                    run.id() + ", " + age + " d");
        }
        return new One(
                Verdict.PASS, null, run.id() + (run.complete() ? ", complete" : ", partial"));
    }

    /**
     * A run whose tool saw only a part: one tool cannot vouch for what another did not see. On a
     * line, where a tool may have been given up since, one complete run of any serves.
     */
    private static Facts.@Nullable RunFacts onlyPartial(
            Need need, List<Facts.RunFacts> ofKind, List<Facts.RunFacts> serving) {
        if (need.on() == Need.On.LINE) {
            return serving.isEmpty() ? ofKind.getFirst() : null;
        }
        return ofKind.stream()
                .filter(run -> serving.stream().noneMatch(one -> one.tool().equals(run.tool())))
                .findFirst()
                .orElse(null);
    }

    private static One noData(String shown, String zh, String en) {
        return new One(Verdict.NO_DATA, new Text(zh, en), shown);
    }

    private static String shortened(@Nullable String commit) {
        if (commit == null) {
            return "";
        }
        return commit.length() > 12 ? commit.substring(0, 12) : commit;
    }
}
