package dev.touchstone.scanners.secrets;

import dev.touchstone.scanners.ScannerRule;

/**
 * A secret in a text.
 *
 * @param name what the text calls it; may be empty
 * @param start first character of the value
 * @param end behind its last one
 * @param order of two that lie over each other the one with the lower order stays
 */
record Found(ScannerRule rule, String name, int start, int end, int order) {

    boolean overlaps(Found other) {
        return start < other.end && other.start < end;
    }
}
