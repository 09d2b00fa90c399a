package dev.touchstone.server.delivery.gates;

import dev.touchstone.engine.policy.EvaluateGate;
import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.FactsDigest;
import dev.touchstone.engine.policy.GateDecision;
import dev.touchstone.engine.policy.GateStatement;
import dev.touchstone.engine.policy.Stage;
import dev.touchstone.engine.seal.Envelope;
import dev.touchstone.engine.seal.SigningKey;
import dev.touchstone.engine.seal.SigningKeys;
import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.catalog.Applications;
import dev.touchstone.server.foundation.catalog.VisibleId;
import dev.touchstone.server.foundation.facts.FactSource;
import dev.touchstone.server.foundation.facts.FactSubject;
import dev.touchstone.server.foundation.facts.GatheredFacts;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.ledger.Ledger;
import dev.touchstone.server.foundation.packs.Packs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about a commit: gathers facts, asks the policy, signs, keeps. Equal facts under an equal
 * policy give the decision that is already there.
 */
@Service
class DecideGate {

    private final Applications applications;
    private final List<FactSource> sources;
    private final Policies policies;
    private final Packs packs;
    private final DecisionStore store;
    private final Ledger ledger;
    private final SigningKeys keys;
    private final Clock clock;

    DecideGate(
            Applications applications,
            List<FactSource> sources,
            Policies policies,
            Packs packs,
            DecisionStore store,
            Ledger ledger,
            SigningKeys keys,
            Clock clock) {
        this.applications = applications;
        this.sources = List.copyOf(sources);
        this.policies = policies;
        this.packs = packs;
        this.store = store;
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
    }

    /** What the ledger keeps of an asking. */
    record Asked(
            String decision,
            String stage,
            String commit,
            String verdict,
            String policyDigest,
            String factsDigest,
            String envelopeDigest) {}

    /**
     * @param isNew false when this decision had already been made
     */
    record Decided(Application application, Decision decision, boolean isNew) {}

    @Transactional
    Decided decide(String key, Stage stage, String commit, @Nullable String line) {
        Application application = applications.open(key, Permission.GATE_DECIDE);
        store.lock(application.id());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Facts facts = gather(new FactSubject(application, stage, line, commit, at));
        GateDecision result =
                EvaluateGate.evaluate(policies.judging(application.entityId()), facts);
        String factsDigest = FactsDigest.of(facts);
        String outcomeDigest = OutcomeDigest.of(result);
        String onLine = facts.change().line() == null ? "" : facts.change().line();

        Decision before = store.newest(application.id(), stage, onLine).orElse(null);
        if (before != null && isSame(before, commit, result, factsDigest, outcomeDigest)) {
            append("AskGate", application, before);
            return new Decided(application, before, false);
        }
        Decision decision =
                sign(application, onLine, at, facts, result, factsDigest, outcomeDigest, before);
        store.insert(decision);
        append("DecideGate", application, decision);
        return new Decided(application, decision, true);
    }

    private Facts gather(FactSubject subject) {
        var gathered = new GatheredFacts(subject);
        sources.forEach(source -> source.offer(subject, gathered));
        return gathered.facts();
    }

    private Decision sign(
            Application application,
            String line,
            Instant at,
            Facts facts,
            GateDecision result,
            String factsDigest,
            String outcomeDigest,
            @Nullable Decision before) {
        var byDefault =
                GateStatement.ByDefault.of(EvaluateGate.evaluate(packs.defaultPolicy(), facts));
        int number = store.nextNumber(application.id());
        Ledger.Head head = ledger.head();
        SigningKey key = keys.current();
        String commit = facts.change().commit() == null ? "" : facts.change().commit();
        Decision.Why why = before == null ? null : why(before, commit, result, factsDigest);
        var statement =
                new GateStatement(
                        id(application, number),
                        "touchstone",
                        at,
                        application.key(),
                        line.isEmpty() ? null : line,
                        commit,
                        result,
                        byDefault,
                        factsDigest,
                        new GateStatement.LedgerHead(head.sequence(), head.hash()),
                        before == null || why == null
                                ? null
                                : new GateStatement.Supersedes(
                                        id(application, before.number()), why.name()));
        byte[] envelope =
                Envelope.sign(GateStatement.PAYLOAD_TYPE, statement.toJson(), key).toJson();
        return new Decision(
                application.id(),
                number,
                result.stage() == null ? Stage.BUILD : result.stage(),
                line,
                commit,
                result,
                byDefault,
                factsDigest,
                outcomeDigest,
                envelope,
                key.fingerprint(),
                head,
                at,
                before == null ? null : before.number(),
                why,
                null);
    }

    private static boolean isSame(
            Decision before,
            String commit,
            GateDecision result,
            String factsDigest,
            String outcomeDigest) {
        return before.commit().equals(commit)
                && before.result().policy().equals(result.policy())
                && before.factsDigest().equals(factsDigest)
                && before.outcomeDigest().equals(outcomeDigest);
    }

    private static Decision.Why why(
            Decision before, String commit, GateDecision result, String factsDigest) {
        if (!before.commit().equals(commit)) {
            return Decision.Why.NEW_COMMIT;
        }
        if (!before.result().policy().equals(result.policy())) {
            return Decision.Why.NEW_POLICY;
        }
        return before.factsDigest().equals(factsDigest)
                ? Decision.Why.TIME_PASSED
                : Decision.Why.NEW_DATA;
    }

    private void append(String command, Application application, Decision decision) {
        String id = id(application, decision.number());
        ledger.append(
                command,
                id,
                application.entityId(),
                new Asked(
                        id,
                        decision.stage().name(),
                        decision.commit(),
                        decision.result().verdict().name(),
                        decision.result().policy().digest(),
                        decision.factsDigest(),
                        OutcomeDigest.sha256(decision.envelope())));
    }

    static String id(Application application, long number) {
        return new VisibleId(application.key(), VisibleId.Letter.D, number).toString();
    }
}
