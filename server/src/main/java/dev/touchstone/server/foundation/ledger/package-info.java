/** Append-only hash-chained journal: audit log, evidence and outbox in one. */
@NullMarked
@ApplicationModule(
        id = "foundation.ledger",
        displayName = "foundation.ledger",
        allowedDependencies = {"foundation.guard", "foundation.database"})
package dev.touchstone.server.foundation.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
