package dev.touchstone.scanners.infrastructure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of an infrastructure file, with the lines it stands on (from 1). */
sealed interface Node {

    int line();

    int endLine();

    /**
     * @param value a String, Long, Double or Boolean; null when the file says null
     */
    record Scalar(@Nullable Object value, int line, int endLine) implements Node {
        String text() {
            return value == null ? "" : value.toString();
        }
    }

    /** A list. */
    record Items(List<Node> nodes, int line, int endLine) implements Node {}

    /** A map, in the order of the file. */
    record Fields(Map<String, Node> nodes, int line, int endLine) implements Node {}

    /**
     * What only a later run knows.
     *
     * @param text the expression as the file has it, or the text around it with its interpolations
     * @param template whether the text is a text with interpolations, not an expression
     */
    record Unknown(String text, boolean template, int line, int endLine) implements Node {}
}
