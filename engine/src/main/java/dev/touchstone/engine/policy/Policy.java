package dev.touchstone.engine.policy;

import java.util.List;
import java.util.Map;

/** A compiled set of rules; the worst one decides. */
public final class Policy {

    private final String id;
    private final String version;
    private final Text title;
    private final String digest;
    private final List<PolicyRule> rules;
    private final Map<String, Vocabulary.NamedList> lists;

    Policy(
            String id,
            String version,
            Text title,
            String digest,
            List<PolicyRule> rules,
            Map<String, Vocabulary.NamedList> lists) {
        this.id = id;
        this.version = version;
        this.title = title;
        this.digest = digest;
        this.rules = List.copyOf(rules);
        this.lists = Map.copyOf(lists);
    }

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    public Text title() {
        return title;
    }

    /** Lower-case hex SHA-256 of the YAML text. */
    public String digest() {
        return digest;
    }

    public List<PolicyRule> rules() {
        return rules;
    }

    Map<String, Vocabulary.NamedList> lists() {
        return lists;
    }
}
