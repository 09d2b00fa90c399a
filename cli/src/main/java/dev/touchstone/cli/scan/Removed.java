package dev.touchstone.cli.scan;

import dev.touchstone.contract.ReportedFinding;

/**
 * A finding that was found and is not reported.
 *
 * @param reason as the comment or the setting gives it
 */
public record Removed(String tool, ReportedFinding finding, By by, String reason) {

    /** What removed it. */
    public enum By {
        /** A comment beside the place. */
        COMMENT,
        /** A rule that the settings switch off. */
        SETTINGS
    }
}
