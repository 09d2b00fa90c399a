package dev.touchstone.engine.policy;

import java.util.List;

/**
 * A content pack: what it is, its policies, and the measured precision of scanner rules.
 *
 * @param policies their YAML texts, the default one first
 * @param digest lower-case hex SHA-256 over all files of the pack
 */
public record ContentPack(
        String id,
        String version,
        Text title,
        String licence,
        List<String> languages,
        List<String> policies,
        List<Facts.PrecisionFacts> precision,
        String digest) {

    public ContentPack {
        languages = List.copyOf(languages);
        policies = List.copyOf(policies);
        precision = List.copyOf(precision);
    }

    /** The pack's first policy. */
    public Policy defaultPolicy() {
        return switch (new PolicyReader().read(policies.getFirst())) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused ->
                    throw new IllegalStateException(
                            "The pack " + id + " was accepted with faults: " + refused.faults());
        };
    }
}
