/** Legal entities, departments, people, roles, sign-in and tokens. */
@NullMarked
@ApplicationModule(
        id = "foundation.access",
        displayName = "foundation.access",
        allowedDependencies = {"foundation.guard", "foundation.database", "foundation.ledger"})
package dev.touchstone.server.foundation.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
