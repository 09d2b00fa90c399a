package dev.touchstone.server.delivery.gates;

import dev.touchstone.engine.policy.GateDecision;
import dev.touchstone.engine.policy.RuleOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One number for what a decision says: verdicts and hits, but no words, because those tell ages
 * that change from day to day.
 */
final class OutcomeDigest {

    private OutcomeDigest() {}

    static String of(GateDecision decision) {
        var text = new StringBuilder(decision.verdict().name());
        for (RuleOutcome rule : decision.rules()) {
            text.append('\n')
                    .append(rule.id())
                    .append(' ')
                    .append(rule.verdict())
                    .append(' ')
                    .append(rule.effectiveMode())
                    .append(' ')
                    .append(rule.hitCount());
            for (RuleOutcome.Hit hit : rule.hits()) {
                text.append(' ')
                        .append(hit.finding())
                        .append(' ')
                        .append(hit.verdict())
                        .append(' ')
                        .append(hit.waiver());
            }
        }
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
