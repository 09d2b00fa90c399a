package dev.touchstone.server.foundation.ledger;

import java.time.Instant;

/**
 * A signed head that was handed out, to be compared with the ledger later.
 *
 * @param hash lower-case hex
 * @param place name of the file in the drop folder
 */
public record Anchor(long sequence, String hash, Instant at, String place) {}
