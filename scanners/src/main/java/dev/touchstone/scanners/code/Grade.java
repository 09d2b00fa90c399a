package dev.touchstone.scanners.code;

/** How much a rule can tell from the text that it sees. */
public enum Grade {
    /** What it reports is wrong as it stands. */
    PRECISE,
    /** Whether it is wrong depends on what the rule cannot see; a person has to look. */
    REVIEW
}
