package dev.touchstone.engine.policy;

import dev.touchstone.contract.ScannerKind;
import org.jspecify.annotations.Nullable;

/**
 * A run that a rule must be able to rely on, because the absence of a finding proves nothing
 * without it.
 *
 * @param maxAgeDays an older run is STALE; null when age does not matter
 * @param complete true when a partial run does not serve
 * @param on whether the run must have looked at the very commit
 */
public record Need(ScannerKind kind, @Nullable Integer maxAgeDays, boolean complete, On on) {

    /** What the run must have looked at. */
    public enum On {
        COMMIT,
        LINE
    }
}
