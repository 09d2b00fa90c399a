package dev.touchstone.engine.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A compiled CEL expression of a rule. It is kept as the parts that its outermost {@code &&} joins,
 * so that each part runs once per distinct value of the few facts it reads, not once per finding.
 */
public final class Condition {

    static final Answer.Unknown TOO_MUCH_WORK =
            new Answer.Unknown(Set.of("expression: more work than one evaluation may do"));

    private final String text;
    private final List<Conjunct> conjuncts;
    private final CelRuntime.Program explaining;
    private final List<ExpressionPart> parts;

    Condition(
            String text,
            List<Conjunct> conjuncts,
            CelRuntime.Program explaining,
            List<ExpressionPart> parts) {
        this.text = text;
        this.conjuncts = List.copyOf(conjuncts);
        this.explaining = explaining;
        this.parts = List.copyOf(parts);
    }

    /** The expression as the policy's author wrote it. */
    public String text() {
        return text;
    }

    /** Asks about many findings under the same facts and remembers answers to equal questions. */
    Asking under(GlobalFacts facts, FindingTable table) {
        return new Asking(facts, table);
    }

    /** Asks about the facts that no finding has a part in. */
    Answer once(GlobalFacts facts) {
        Answer answer = Answer.YES;
        for (Conjunct conjunct : conjuncts) {
            answer = answer.and(run(conjunct, facts, null));
        }
        return answer;
    }

    /**
     * @param reads fields of the finding that the part reads; all of them when it uses the finding
     *     as a whole
     * @param work nodes that one run visits at most
     */
    record Conjunct(CelRuntime.Program program, FindingField[] reads, long work) {}

    /** One evaluation of the condition over many findings. */
    final class Asking {

        private final GlobalFacts facts;
        private final FindingTable table;
        private final ConjunctAnswers[] known;

        private Asking(GlobalFacts facts, FindingTable table) {
            this.facts = facts;
            this.table = table;
            this.known =
                    conjuncts.stream()
                            .map(conjunct -> new ConjunctAnswers(table, conjunct.reads()))
                            .toArray(ConjunctAnswers[]::new);
        }

        Answer about(int row) {
            Answer answer = Answer.YES;
            for (int i = 0; i < known.length; i++) {
                var conjunct = conjuncts.get(i);
                answer =
                        answer.and(
                                known[i].about(row, () -> run(conjunct, facts, table.view(row))));
                if (answer instanceof Answer.No) {
                    return answer;
                }
            }
            return answer;
        }
    }

    /**
     * Every part of the expression with its value.
     *
     * @param view null for a condition that is asked once
     */
    List<RuleOutcome.Value> explain(GlobalFacts facts, @Nullable FindingView view) {
        var values = new HashMap<Long, Object>();
        try {
            explaining.trace(facts.seenWith(view), (part, value) -> values.put(part.id(), value));
        } catch (CelEvaluationException e) {
            // An error in a part that does not decide; the parts seen so far are still true.
        }
        return parts.stream()
                .filter(part -> values.containsKey(part.id()))
                .map(part -> part.with(values.get(part.id())))
                .toList();
    }

    private static Answer run(Conjunct conjunct, GlobalFacts facts, @Nullable FindingView view) {
        if (!facts.work().take(conjunct.work())) {
            return TOO_MUCH_WORK;
        }
        try {
            return switch (conjunct.program().eval(facts.seenWith(view))) {
                case Boolean yes -> yes ? Answer.YES : Answer.NO;
                case CelUnknownSet unknown -> new Answer.Unknown(names(unknown));
                case Object other -> new Answer.Unknown(Set.of("expression: " + other));
            };
        } catch (CelEvaluationException e) {
            return new Answer.Unknown(Set.of("expression: " + e.getMessage()));
        }
    }

    private static Set<String> names(CelUnknownSet unknown) {
        var names = new TreeSet<String>();
        unknown.attributes().forEach(attribute -> names.add(attribute.toString()));
        return names;
    }
}
