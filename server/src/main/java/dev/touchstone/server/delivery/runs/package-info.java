/** What was looked at: code line, commit, tool and rule digest, scope, completeness. */
@NullMarked
@ApplicationModule(
        id = "delivery.runs",
        displayName = "delivery.runs",
        allowedDependencies = {
            "foundation.guard",
            "foundation.catalog",
            "foundation.database",
            "foundation.ledger"
        })
package dev.touchstone.server.delivery.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
