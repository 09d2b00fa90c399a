package dev.touchstone.engine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of a shipped scanner says to people.
 *
 * @param id as it stands in a finding, for example {@code DOCKER-001}
 * @param references for example {@code CIS Docker 4.1}
 * @param faulty a smallest example that the rule reports; null when the rule has none to show
 * @param mended the same example, mended
 */
public record RuleText(
        String id,
        List<String> references,
        Text title,
        Text why,
        Text mend,
        @Nullable String faulty,
        @Nullable String mended) {

    public RuleText {
        references = List.copyOf(references);
    }
}
