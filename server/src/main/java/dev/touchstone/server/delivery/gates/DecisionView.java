package dev.touchstone.server.delivery.gates;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.GateDecision;
import dev.touchstone.engine.policy.GateStatement;
import dev.touchstone.engine.policy.RuleOutcome;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.engine.policy.Text;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the API shows it.
 *
 * @param defaultVerdict what the shipped default policy says about the same facts
 * @param isNew false when asking again returned the decision that was there
 */
record DecisionView(
        String id,
        String application,
        String applicationName,
        Stage stage,
        @Nullable String line,
        String commit,
        Facts.MergeBase mergeBase,
        Verdict verdict,
        GateDecision.PolicyName policy,
        Verdict defaultVerdict,
        GateStatement.ByDefault byDefault,
        List<RuleOutcome> rules,
        List<GateDecision.Input> inputs,
        String factsDigest,
        Ledger.Head ledgerHead,
        String keyId,
        Instant decidedAt,
        @Nullable String supersedes,
        @Nullable String supersededBy,
        Decision.@Nullable Why supersedesWhy,
        List<Next> next,
        boolean isNew) {

    /**
     * What to do now.
     *
     * @param who the application's owner, who must see to it
     */
    record Next(
            GateDecision.NextStep.Kind kind,
            Text what,
            String where,
            String rule,
            @Nullable String finding,
            @Nullable String who) {}

    static DecisionView of(Application application, Decision decision, boolean isNew) {
        var result = decision.result();
        return new DecisionView(
                DecideGate.id(application, decision.number()),
                application.key(),
                application.name(),
                decision.stage(),
                decision.line().isEmpty() ? null : decision.line(),
                decision.commit(),
                result.mergeBase(),
                result.verdict(),
                result.policy(),
                decision.byDefault().verdict(),
                decision.byDefault(),
                result.rules(),
                result.inputs(),
                decision.factsDigest(),
                decision.ledgerHead(),
                decision.keyId(),
                decision.decidedAt(),
                id(application, decision.supersedes()),
                id(application, decision.supersededBy()),
                decision.supersedesWhy(),
                result.next().stream()
                        .map(
                                step ->
                                        new Next(
                                                step.kind(),
                                                step.what(),
                                                step.where(),
                                                step.rule(),
                                                step.finding(),
                                                application.owner()))
                        .toList(),
                isNew);
    }

    private static @Nullable String id(Application application, @Nullable Integer number) {
        return number == null ? null : DecideGate.id(application, number);
    }
}
