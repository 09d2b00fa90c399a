package dev.touchstone.server.delivery.gates;

import dev.touchstone.engine.policy.Policy;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger;
import dev.touchstone.server.foundation.packs.Packs;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which policy judges in a legal entity. */
@Service
class Policies {

    private final PolicyStore store;
    private final CompiledPolicies compiled;
    private final Packs packs;
    private final Ledger ledger;
    private final Clock clock;

    Policies(
            PolicyStore store, CompiledPolicies compiled, Packs packs, Ledger ledger, Clock clock) {
        this.store = store;
        this.compiled = compiled;
        this.packs = packs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The policy that the organisation installed last, else the shipped default. */
    Policy judging(long entityId) {
        return store.current(entityId)
                .map(installed -> compiled.compile(installed.yaml()))
                .orElseGet(packs::defaultPolicy);
    }

    List<InstalledPolicy> newest(long entityId) {
        return store.newest(entityId);
    }

    /** The text of a policy: the organisation's own with that id, else the shipped one. */
    String text(long entityId, String id) {
        var own = store.versions(entityId, id);
        if (!own.isEmpty()) {
            return own.getFirst().yaml();
        }
        if (packs.defaultPolicy().id().equals(id)) {
            return packs.defaultPolicyText();
        }
        throw new Refusal.NotFound();
    }

    List<InstalledPolicy> versions(long entityId, String id) {
        return store.versions(entityId, id);
    }

    /** Makes the text the policy that judges in the caller's legal entity. */
    @Transactional
    InstalledPolicy install(String id, String yaml) {
        var caller = Callers.current();
        long entity = caller.entityId();
        if (!caller.reach(Permission.POLICY_MANAGE).coversEntity(entity)) {
            throw new Refusal.NotAllowed(
                    "A policy holds for the whole legal entity, and you do not hold the right POLICY_MANAGE for all of it. Ask the security administrator.");
        }
        Policy policy = check(id, yaml);
        var installed =
                new InstalledPolicy(
                        store.nextNumber(entity),
                        policy.id(),
                        policy.version(),
                        policy.digest(),
                        yaml,
                        caller.display(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        var before = store.current(entity);
        if (before.isPresent() && before.get().digest().equals(policy.digest())) {
            ledger.append("ConfirmPolicy", policy.id(), entity, described(before.get()));
            return before.get();
        }
        store.insert(entity, installed);
        ledger.append("InstallPolicy", policy.id(), entity, described(installed));
        return installed;
    }

    /** Compiles without installing. */
    Policy check(String id, String yaml) {
        Policy policy = compiled.compile(yaml);
        if (!policy.id().equals(id)) {
            throw new Refusal.Invalid(
                    "id", "The text's id is %s, the address says %s.", policy.id(), id);
        }
        if (policy.id().equals(packs.defaultPolicy().id())) {
            throw new Refusal.Invalid(
                    "id", "This id belongs to the shipped policy; give your own another one.");
        }
        return policy;
    }

    private record Installed(String id, String version, int number, String digest) {}

    private static Installed described(InstalledPolicy policy) {
        return new Installed(policy.id(), policy.version(), policy.number(), policy.digest());
    }
}
