package dev.touchstone.engine.policy;

import dev.cel.runtime.CelAttributePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One finding as conditions read it, by field; a null is an unknown fact. */
final class FindingView {

    final Facts.FindingFacts facts;
    final Facts.@Nullable PrecisionFacts precision;
    private final @Nullable Object[] values = new @Nullable Object[FindingField.values().length];
    private @Nullable Map<String, Object> finding;
    private @Nullable Map<String, Object> rule;
    private @Nullable List<CelAttributePattern> unknowns;

    FindingView(Facts.FindingFacts facts, Facts.@Nullable PrecisionFacts precision) {
        this.facts = facts;
        this.precision = precision;
        set(FindingField.ID, facts.id());
        set(FindingField.TOOL, facts.tool());
        set(FindingField.RULE, facts.rule());
        set(FindingField.SEVERITY, facts.severity() == null ? null : number(facts.severity()));
        set(FindingField.CWES, longs(facts.cwes()));
        set(FindingField.TITLE, facts.title());
        set(FindingField.PATH, facts.path());
        set(FindingField.LINE, asLong(facts.line()));
        set(FindingField.IS_NEW, facts.isNew());
        set(FindingField.AGE_DAYS, asLong(facts.ageDays()));
        if (precision != null && precision.judgements() > 0) {
            set(FindingField.PRECISION, precision.value());
            set(FindingField.JUDGEMENTS, (long) precision.judgements());
        }
    }

    /** Null when it is not known. */
    @Nullable Object value(FindingField field) {
        return values[field.ordinal()];
    }

    Map<String, Object> finding() {
        if (finding == null) {
            finding = valuesOf(Vocabulary.FINDING);
        }
        return finding;
    }

    Map<String, Object> rule() {
        if (rule == null) {
            rule = valuesOf(Vocabulary.RULE);
        }
        return rule;
    }

    List<CelAttributePattern> unknowns() {
        if (unknowns == null) {
            unknowns = new ArrayList<>();
            for (FindingField field : FindingField.values()) {
                if (values[field.ordinal()] == null) {
                    unknowns.add(field.unknown);
                }
            }
        }
        return unknowns;
    }

    private Map<String, Object> valuesOf(String variable) {
        var map = new HashMap<String, Object>();
        for (FindingField field : FindingField.values()) {
            Object value = values[field.ordinal()];
            if (field.variable.equals(variable) && value != null) {
                map.put(field.word, value);
            }
        }
        return map;
    }

    private void set(FindingField field, @Nullable Object value) {
        values[field.ordinal()] = value;
    }

    private static Long number(dev.touchstone.contract.Severity severity) {
        return (long) severity.ordinal();
    }

    private static @Nullable Long asLong(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }

    private static @Nullable List<Long> longs(@Nullable List<Integer> numbers) {
        return numbers == null ? null : numbers.stream().map(Integer::longValue).toList();
    }
}
