package dev.touchstone.server.foundation.ledger;

/**
 * What an entry's hash must be, because somebody outside of the entries remembers it.
 *
 * @param hash lower-case hex
 * @param source who remembers, for people: {@code the checkpoint at entry 1000}
 */
record Pin(long sequence, String hash, String source) {}
