package dev.touchstone.server.delivery.gates;

import java.time.Instant;

/**
 * A version of a policy that an organisation installed.
 *
 * @param number over all policies of the legal entity; the highest one judges
 */
record InstalledPolicy(
        int number,
        String id,
        String version,
        String digest,
        String yaml,
        String installedBy,
        Instant installedAt) {}
