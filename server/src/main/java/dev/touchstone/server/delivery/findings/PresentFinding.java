package dev.touchstone.server.delivery.findings;

/** A finding that a run saw, and whether the run it is measured against had it too. */
public record PresentFinding(Finding finding, New isNew) {

    /** Three values: without a base nobody can tell. */
    public enum New {
        YES,
        NO,
        UNKNOWN
    }
}
