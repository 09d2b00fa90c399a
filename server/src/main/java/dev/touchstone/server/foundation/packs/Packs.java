package dev.touchstone.server.foundation.packs;

import dev.touchstone.engine.policy.Facts;
import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.ShippedPack;
import dev.touchstone.server.foundation.facts.FactSource;
import dev.touchstone.server.foundation.facts.FactSubject;
import dev.touchstone.server.foundation.facts.GatheredFacts;
import java.util.List;
import org.springframework.stereotype.Service;

/** The content packs of this platform; also the source of measured precision. */
@Service
public class Packs implements FactSource {

    private final ShippedPack defaults = ShippedPack.ofDefaults();
    private final Policy defaultPolicy = defaults.defaultPolicy();

    public List<ShippedPack> installed() {
        return List.of(defaults);
    }

    /** The policy of an organisation that has installed none. */
    public Policy defaultPolicy() {
        return defaultPolicy;
    }

    /** The default policy as its author wrote it. */
    public String defaultPolicyText() {
        return defaults.policies().getFirst();
    }

    public List<Facts.PrecisionFacts> precision() {
        return defaults.precision();
    }

    @Override
    public void offer(FactSubject subject, GatheredFacts into) {
        into.precision(precision());
    }
}
