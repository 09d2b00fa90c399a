package dev.touchstone.engine.policy;

import dev.touchstone.contract.Verdict;
import dev.touchstone.engine.seal.CanonicalJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gate decision as an in-toto statement (v1) about a commit; see docs/formats/gate-decision.md.
 *
 * @param id visible id of the decision; null for one that was made locally
 * @param verifier who decided: the platform's name, or {@code local}
 * @param subject key of the application, or name of the folder
 * @param commit null where the folder is no git work tree
 * @param byDefault what the shipped default policy says about the same facts
 * @param factsDigest lower-case hex SHA-256 over the facts, without the moment of judging
 */
public record GateStatement(
        @Nullable String id,
        String verifier,
        Instant decidedAt,
        String subject,
        @Nullable String line,
        @Nullable String commit,
        GateDecision decision,
        @Nullable ByDefault byDefault,
        @Nullable String factsDigest,
        @Nullable LedgerHead ledgerHead,
        @Nullable Supersedes supersedes) {

    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    public static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    public static final String PREDICATE_TYPE = "https://touchstone.dev/gate-decision/v1";

    /** The newest committed entry of the journal when the decision was made. */
    public record LedgerHead(long sequence, String hash) {}

    /**
     * @param why NEW_COMMIT, NEW_DATA, NEW_POLICY or TIME_PASSED
     */
    public record Supersedes(String id, String why) {}

    /** The answer of the shipped default policy, rule by rule. */
    public record ByDefault(
            Verdict verdict, GateDecision.PolicyName policy, List<RuleVerdict> rules) {

        public ByDefault {
            rules = List.copyOf(rules);
        }

        public static ByDefault of(GateDecision decision) {
            return new ByDefault(
                    decision.verdict(),
                    decision.policy(),
                    decision.rules().stream()
                            .map(
                                    rule ->
                                            new RuleVerdict(
                                                    rule.id(),
                                                    rule.title(),
                                                    rule.verdict(),
                                                    rule.why()))
                            .toList());
        }
    }

    /** One rule of it. */
    public record RuleVerdict(String id, Text title, Verdict verdict, Text why) {}

    /** The payload of the envelope, in canonical form. */
    public byte[] toJson() {
        var predicate = new LinkedHashMap<String, Object>();
        put(predicate, "id", id);
        put(predicate, "verifier", Map.of("id", verifier));
        put(predicate, "decidedAt", decidedAt.toString());
        put(predicate, "application", subject);
        put(predicate, "line", line);
        put(predicate, "commit", commit);
        put(predicate, "verdict", decision.verdict().name());
        put(predicate, "decision", GateJson.tree(decision));
        put(predicate, "byDefault", byDefault == null ? null : GateJson.tree(byDefault));
        put(predicate, "factsDigest", factsDigest);
        put(predicate, "ledgerHead", ledgerHead == null ? null : GateJson.tree(ledgerHead));
        put(predicate, "supersedes", supersedes == null ? null : GateJson.tree(supersedes));
        var digest = commit == null ? Map.of() : Map.of("gitCommit", commit);
        return CanonicalJson.write(
                Map.of(
                        "_type",
                        STATEMENT_TYPE,
                        "subject",
                        List.of(Map.of("name", subject, "digest", digest)),
                        "predicateType",
                        PREDICATE_TYPE,
                        "predicate",
                        predicate));
    }

    private static void put(Map<String, Object> target, String name, @Nullable Object value) {
        if (value != null) {
            target.put(name, value);
        }
    }
}
