package dev.touchstone.server.delivery.findings;

/** What a code line had before a run, read in advance; good for one merge in this transaction. */
public sealed interface KnownBefore permits KnownLine {}
