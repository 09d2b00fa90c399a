package dev.touchstone.engine.policy;

import java.util.List;

/**
 * A compiled set of rules; the worst one decides.
 *
 * @param digest lower-case hex SHA-256 of the YAML text
 */
public record Policy(String id, String version, Text title, String digest, List<PolicyRule> rules) {

    public Policy {
        rules = List.copyOf(rules);
    }
}
