package dev.touchstone.bench;

/**
 * One budget and what was measured.
 *
 * @param work what was done, for example {@code import 100,000 findings into 1,000,000}
 * @param measured with its unit
 * @param limit the physical limit measured in the same run, or {@code -}
 * @param budget as the design words it
 */
public record Measurement(
        String work, String measured, String limit, String budget, boolean holds) {

    String row() {
        return "| %s | %s | %s | %s | %s |"
                .formatted(work, measured, limit, budget, holds ? "holds" : "MISSED");
    }
}
