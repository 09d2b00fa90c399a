package dev.touchstone.server.delivery.gates;

import dev.touchstone.engine.policy.Policy;
import dev.touchstone.engine.policy.PolicyReader;
import dev.touchstone.engine.policy.PolicyReading;
import dev.touchstone.server.foundation.guard.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Compiles policies and keeps the last ones: compiling costs more than judging. */
@Component
class CompiledPolicies {

    private static final int KEPT = 64;

    private final Map<String, Policy> byText =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Policy> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * @throws Refusal.Invalid when it does not compile, with every fault at its line and column
     */
    Policy compile(String yaml) {
        synchronized (byText) {
            Policy known = byText.get(yaml);
            if (known != null) {
                return known;
            }
        }
        Policy policy =
                switch (new PolicyReader().read(yaml)) {
                    case PolicyReading.Accepted accepted -> accepted.policy();
                    case PolicyReading.Refused refused ->
                            throw new Refusal.Invalid(
                                    "The policy does not compile; nothing was changed. Mend the places below.",
                                    refused.faults());
                };
        synchronized (byText) {
            byText.put(yaml, policy);
        }
        return policy;
    }
}
