package dev.touchstone.server.delivery.intake;

/**
 * A report that is being merged.
 *
 * @param fence number of the lease; who holds an older one cannot write any more
 * @param attempts this one included
 */
record Job(long applicationId, long reportNumber, long fence, int attempts) {}
