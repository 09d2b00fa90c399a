package dev.touchstone.server.delivery.intake;

/** Somebody else has taken the job over; whatever was done for it is undone. */
final class LeaseLost extends RuntimeException {
    LeaseLost(Job job) {
        super("lease " + job.fence() + " of report " + job.reportNumber() + " has been taken over");
    }
}
