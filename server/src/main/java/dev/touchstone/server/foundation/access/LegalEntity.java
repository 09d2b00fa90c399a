package dev.touchstone.server.foundation.access;

import java.time.Instant;

/** A company of the group; a wall for data. */
record LegalEntity(long id, String key, String name, Instant createdAt) {}
