/** Policies and signed decisions: may this commit go on, and by which rule? */
@NullMarked
@ApplicationModule(
        id = "delivery.gates",
        displayName = "delivery.gates",
        allowedDependencies = {
            "foundation.guard",
            "foundation.database",
            "foundation.ledger",
            "foundation.catalog",
            "foundation.facts",
            "foundation.packs",
            "delivery.intake",
            "delivery.runs",
            "delivery.findings"
        })
package dev.touchstone.server.delivery.gates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
