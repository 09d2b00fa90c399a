package dev.touchstone.scanners.secrets;

/**
 * A name and the text that is given to it.
 *
 * @param nameStart where the name begins
 * @param start first character of the value, behind its quote
 * @param end behind its last character
 * @param quoted true when the value stands in quotes or in an element of its own
 * @param form how name and value are tied together
 */
record Assignment(String name, int nameStart, int start, int end, boolean quoted, Form form) {

    /** How name and value are tied together. */
    enum Form {
        EQUALS,
        COLON,
        /** {@code name:: value}, in base64 (LDIF). */
        ENCODED,
        ELEMENT,
        /** {@code name="…" value="…"}. */
        PAIR,
        /** {@code setName("…")}, {@code define("NAME", "…")}. */
        CALL,
        /** {@code name value}. */
        SPACE
    }
}
