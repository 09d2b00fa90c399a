package dev.touchstone.engine.policy;

import dev.cel.runtime.CelUnknownSet;
import dev.touchstone.contract.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression that is worth showing.
 *
 * @param id of the node in the syntax tree
 */
record ExpressionPart(long id, String text, int depth) {

    private static final int LONGEST_VALUE = 200;

    RuleOutcome.Value with(@Nullable Object value) {
        return new RuleOutcome.Value(text, shown(value), depth);
    }

    private String shown(@Nullable Object value) {
        if (value instanceof CelUnknownSet) {
            return "unknown";
        }
        if (text.equals("finding.severity") && value instanceof Long number) {
            return Severity.values()[number.intValue()].name();
        }
        if (text.equals("finding.cwes") && value instanceof List<?> numbers) {
            return numbers.stream()
                    .map(number -> "CWE-" + number)
                    .collect(Collectors.joining(", "));
        }
        String all = String.valueOf(value);
        return all.length() <= LONGEST_VALUE ? all : all.substring(0, LONGEST_VALUE) + "…";
    }
}
