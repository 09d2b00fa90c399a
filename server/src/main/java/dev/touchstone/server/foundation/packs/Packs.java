package dev.touchstone.server.foundation.packs;

import dev.touchstone.engine.policy.ContentPack;
import dev.touchstone.engine.policy.PackReader;
import dev.touchstone.engine.policy.PackReading;
import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.RuleText;
import dev.touchstone.engine.policy.ShippedPack;
import dev.touchstone.engine.policy.ShippedRuleTexts;
import dev.touchstone.server.foundation.facts.FactSource;
import dev.touchstone.server.foundation.facts.FactSubject;
import dev.touchstone.server.foundation.facts.GatheredFacts;
import dev.touchstone.server.foundation.guard.Callers;
import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.foundation.guard.Refusal;
import dev.touchstone.server.foundation.ledger.Ledger;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The content packs of this platform; also the source of measured precision. */
@Service
public class Packs implements FactSource {

    private final ContentPack shipped = ShippedPack.ofDefaults();
    private final Policy defaultPolicy = shipped.defaultPolicy();
    private final PackStore store;
    private final Ledger ledger;
    private final Clock clock;

    Packs(PackStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The policy of an organisation that has installed none. */
    public Policy defaultPolicy() {
        return defaultPolicy;
    }

    /** The default policy as its author wrote it. */
    public String defaultPolicyText() {
        return shipped.policies().getFirst();
    }

    /** How precise scanner rules were measured to be, for everybody and in this organisation. */
    @Override
    public void offer(FactSubject subject, GatheredFacts into) {
        into.precision(shipped.precision());
        store.newest(subject.application().entityId())
                .forEach(own -> into.precision(own.pack().precision()));
    }

    ContentPack shipped() {
        return shipped;
    }

    RuleText ruleText(String rule) {
        return RuleTexts.SHIPPED.find(rule).orElseThrow(Refusal.NotFound::new);
    }

    List<InstalledPack> own() {
        return store.newest(Callers.current().entityId());
    }

    /** Keeps the pack as the newest version for the caller's legal entity. */
    @Transactional
    InstalledPack install(String id, Map<String, String> files) {
        var caller = Callers.current();
        long entity = caller.entityId();
        if (!caller.reach(Permission.PACK_MANAGE).coversEntity(entity)) {
            throw new Refusal.NotAllowed(
                    "A pack holds for the whole legal entity, and you do not hold the right PACK_MANAGE for all of it. Ask the security administrator.");
        }
        ContentPack pack = read(files);
        if (!pack.id().equals(id)) {
            throw new Refusal.Invalid(
                    "id", "The pack's id is %s, the address says %s.", pack.id(), id);
        }
        if (pack.id().equals(shipped.id())) {
            throw new Refusal.Invalid(
                    "id", "This id belongs to a shipped pack; give your own another one.");
        }
        var installed =
                new InstalledPack(
                        store.nextNumber(entity),
                        pack,
                        Map.copyOf(files),
                        caller.display(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(entity, installed);
        ledger.append(
                "InstallPack",
                pack.id(),
                entity,
                new Installed(pack.id(), pack.version(), pack.digest()));
        return installed;
    }

    /** Read when the first rule is asked for, not at the start. */
    private static final class RuleTexts {
        static final ShippedRuleTexts SHIPPED = ShippedRuleTexts.read();
    }

    private record Installed(String id, String version, String digest) {}

    private static ContentPack read(Map<String, String> files) {
        return switch (new PackReader(files::get).read()) {
            case PackReading.Accepted accepted -> accepted.pack();
            case PackReading.Refused refused ->
                    throw new Refusal.Invalid(
                            "The pack cannot be read; nothing was changed. Mend the places below.",
                            refused.faults());
        };
    }
}
