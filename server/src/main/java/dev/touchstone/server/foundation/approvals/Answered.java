package dev.touchstone.server.foundation.approvals;

/**
 * How a module learns that its request was answered. Runs inside the answer's transaction: if it
 * fails, there is no answer. Writes no ledger entry, for the answer has one.
 */
public interface Answered {

    /** The kind of request that this is for. */
    String kind();

    void answered(Approval approval);
}
