/** Raw report store: takes reports, keeps their bytes and hands them over to be merged. */
@NullMarked
@ApplicationModule(
        id = "delivery.intake",
        displayName = "delivery.intake",
        allowedDependencies = {
            "foundation.guard",
            "foundation.catalog",
            "foundation.database",
            "foundation.ledger",
            "delivery.runs",
            "delivery.findings"
        })
package dev.touchstone.server.delivery.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
