package dev.touchstone.contract;

/** Severity of a weakness in the five grades of GB/T 30279, from the least to the most severe. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /**
     * Grade of a CVSS base score (0.0 to 10.0) by the qualitative scale of CVSS v3.1, section 5.
     */
    public static Severity ofCvss(double score) {
        if (score >= 9.0) return CRITICAL;
        if (score >= 7.0) return HIGH;
        if (score >= 4.0) return MEDIUM;
        return score > 0.0 ? LOW : INFO;
    }
}
