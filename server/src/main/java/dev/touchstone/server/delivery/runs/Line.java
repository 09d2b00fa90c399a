package dev.touchstone.server.delivery.runs;

import org.jspecify.annotations.Nullable;

/**
 * A code line of an application.
 *
 * @param id number in the application
 * @param base name of the line that a merge request goes into; null for the other kinds
 */
public record Line(long applicationId, long id, String name, Kind kind, @Nullable String base) {

    /** What a code line is. */
    public enum Kind {
        BRANCH,
        RELEASE,
        MERGE_REQUEST
    }
}
