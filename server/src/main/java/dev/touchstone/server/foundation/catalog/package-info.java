/** Applications with their tier, data grade, exposure, owner and repositories. */
@NullMarked
@ApplicationModule(
        id = "foundation.catalog",
        displayName = "foundation.catalog",
        allowedDependencies = {
            "foundation.guard",
            "foundation.database",
            "foundation.ledger",
            "foundation.access"
        })
package dev.touchstone.server.foundation.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
