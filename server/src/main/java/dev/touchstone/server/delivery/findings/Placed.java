package dev.touchstone.server.delivery.findings;

/**
 * A reported finding with the number that it has or gets.
 *
 * @param ordinal among equal findings in one file
 */
record Placed(long number, int ordinal, Pending report) {}
