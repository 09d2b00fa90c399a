package dev.touchstone.scanners.code;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a value comes from, as far as one file tells.
 *
 * @param sources what it is made of; empty when nothing of it is known to come from outside
 * @param joined true when texts were put together to make it
 * @param leading true when it begins with what comes from outside
 * @param constant true when it stands in the source
 */
record Origin(Set<Source> sources, boolean joined, boolean leading, boolean constant) {

    static final Origin UNKNOWN = new Origin(Set.of(), false, false, false);
    static final Origin CONSTANT = new Origin(Set.of(), false, false, true);

    static Origin of(Source source) {
        return new Origin(EnumSet.of(source), false, true, false);
    }

    /** One of the two. */
    Origin or(Origin other) {
        return new Origin(
                union(other),
                joined || other.joined,
                leading || other.leading,
                constant && other.constant);
    }

    /** This text with the other one behind it. */
    Origin then(Origin other) {
        var all = union(other);
        return new Origin(all, !all.isEmpty(), leading, constant && other.constant);
    }

    /** Made by a call that may change it. */
    Origin passed() {
        return new Origin(sources, joined, leading, false);
    }

    private Set<Source> union(Origin other) {
        if (other.sources.isEmpty()) return sources;
        if (sources.isEmpty()) return other.sources;
        var all = EnumSet.copyOf(sources);
        all.addAll(other.sources);
        return all;
    }
}
