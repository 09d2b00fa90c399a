package dev.touchstone.server.delivery.runs;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a run changed on its code line.
 *
 * @param added findings that the line did not have before; {@code new} in JSON
 * @param changed seen again with another severity, text or file; counted in seenAgain too
 * @param gone no longer there, by a complete run that could have seen them
 * @param notJudged missing in a run that could not tell
 */
public record Delta(
        @JsonProperty("new") int added,
        int seenAgain,
        int changed,
        int reopened,
        int gone,
        int notJudged) {

    public static final Delta NONE = new Delta(0, 0, 0, 0, 0, 0);

    public Delta plus(Delta other) {
        return new Delta(
                added + other.added,
                seenAgain + other.seenAgain,
                changed + other.changed,
                reopened + other.reopened,
                gone + other.gone,
                notJudged + other.notJudged);
    }
}
