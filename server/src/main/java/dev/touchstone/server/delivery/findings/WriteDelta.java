package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.findings.MergeRun.Differing;
import dev.touchstone.server.delivery.findings.MergeRun.Found;
import dev.touchstone.server.delivery.runs.Delta;
import dev.touchstone.server.delivery.runs.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes the difference between what a line had and what a run saw, and counts it. */
final class WriteDelta {

    private final MergeParts parts;
    private final Run run;
    private final long rules;
    private final Dictionary words;

    WriteDelta(MergeParts parts, Run run, long rules, Dictionary words) {
        this.parts = parts;
        this.run = run;
        this.rules = rules;
        this.words = words;
    }

    Delta write(Found found, int unchanged, List<KnownLine.Entry> lost, Set<String> rulesThatHit) {
        var still = found.differing.stream().filter(one -> one.before().present()).toList();
        var back = found.differing.stream().filter(one -> !one.before().present()).toList();
        var gone = judged(lost, rulesThatHit);
        seeAgain(still);
        parts.store().addAliases(run.applicationId(), placed(renamed(found.differing)));
        comeBack(back);
        appear(found);
        goAway(gone);
        return new Delta(
                found.added.size(),
                unchanged + still.size() + found.fromElsewhere.size(),
                (int) still.stream().filter(Differing::saysOther).count(),
                back.size(),
                gone.size(),
                lost.size() - gone.size());
    }

    private void seeAgain(List<Differing> still) {
        var own = still.stream().filter(one -> one.before().own()).toList();
        parts.store().updatePresence(run, placed(own), words, rules);
        var ofBase = still.stream().filter(one -> !one.before().own()).toList();
        parts.store().addPresence(run, placed(ofBase), words, rules);
        var told =
                own.stream()
                        .filter(one -> one.saysOther() || one.liesElsewhere())
                        .filter(one -> !one.before().inBase())
                        .toList();
        parts.store().updateFindings(run.applicationId(), placed(told), words);
    }

    private void comeBack(List<Differing> back) {
        var absences =
                back.stream()
                        .map(Differing::before)
                        .filter(KnownLine.Entry::absentRow)
                        .map(KnownLine.Entry::number)
                        .toList();
        parts.store().endPresence(run, absences);
        parts.store().addPresence(run, placed(back), words, rules);
        var told = back.stream().filter(one -> !one.before().inBase()).toList();
        parts.store().updateFindings(run.applicationId(), placed(told), words);
        parts.store().reopen(run.applicationId(), numbers(placed(back)));
    }

    private void appear(Found found) {
        parts.store().addFindings(run, found.added, words);
        parts.store().addPresence(run, found.added, words, rules);
        parts.store().addPresence(run, found.fromElsewhere, words, rules);
        parts.store().reopen(run.applicationId(), numbers(found.fromElsewhere));
    }

    private void goAway(List<KnownLine.Entry> gone) {
        var own = gone.stream().filter(KnownLine.Entry::own).map(KnownLine.Entry::number).toList();
        parts.store().endPresence(run, own);
        var ofBase =
                gone.stream().filter(KnownLine.Entry::inBase).map(KnownLine.Entry::number).toList();
        parts.store().addAbsence(run, ofBase);
        parts.store().close(run.applicationId(), own);
    }

    /**
     * Those that a complete run could have seen: looked at with the rules that saw them last, or
     * their rule has found something else.
     */
    private List<KnownLine.Entry> judged(List<KnownLine.Entry> lost, Set<String> rulesThatHit) {
        if (!run.complete() || lost.isEmpty()) return List.of();
        var doubtful =
                lost.stream()
                        .filter(entry -> entry.rules() != rules)
                        .map(KnownLine.Entry::number)
                        .toList();
        if (doubtful.isEmpty()) return lost;
        var ruleOf = parts.known().rules(run.applicationId(), doubtful);
        var result = new ArrayList<KnownLine.Entry>();
        for (KnownLine.Entry entry : lost) {
            String rule = ruleOf.get(entry.number());
            if (rule == null || rulesThatHit.contains(rule)) result.add(entry);
        }
        return result;
    }

    private static List<Differing> renamed(List<Differing> all) {
        return all.stream().filter(Differing::renamed).toList();
    }

    private static List<Placed> placed(List<Differing> all) {
        return all.stream().map(Differing::now).toList();
    }

    private static Collection<Long> numbers(List<Placed> all) {
        return all.stream().map(Placed::number).toList();
    }
}
