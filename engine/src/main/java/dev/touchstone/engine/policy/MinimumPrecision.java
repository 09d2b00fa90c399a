package dev.touchstone.engine.policy;

/**
 * What a scanner's rule must have shown before a hit of it may block.
 *
 * @param value share of its judged hits that were real, 0 to 1
 * @param judgements how many hits must have been judged
 */
public record MinimumPrecision(double value, int judgements) {

    public static final MinimumPrecision DEFAULT = new MinimumPrecision(0.9, 20);
}
