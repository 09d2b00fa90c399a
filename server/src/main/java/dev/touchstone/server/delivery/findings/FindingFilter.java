package dev.touchstone.server.delivery.findings;

import dev.touchstone.contract.Severity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are meant; what is null does not narrow.
 *
 * @param applications ids; the caller may read all of them
 * @param statuses never empty
 */
record FindingFilter(
        Collection<Long> applications,
        @Nullable LineSet line,
        Set<Severity> severities,
        Set<Finding.Status> statuses,
        @Nullable Integer cwe,
        @Nullable String tool,
        @Nullable String rule,
        @Nullable String words) {

    FindingFilter {
        severities = severities.isEmpty() ? EnumSet.allOf(Severity.class) : severities;
        statuses = statuses.isEmpty() ? EnumSet.allOf(Finding.Status.class) : statuses;
    }

    boolean allSeverities() {
        return severities.size() == Severity.values().length;
    }

    Integer[] severityNumbers() {
        return severities.stream().map(Enum::ordinal).toArray(Integer[]::new);
    }

    Integer[] statusNumbers() {
        return statuses.stream().map(Enum::ordinal).toArray(Integer[]::new);
    }
}
