/** What is: identity and presence of every finding on the code lines of an application. */
@NullMarked
@ApplicationModule(
        id = "delivery.findings",
        displayName = "delivery.findings",
        allowedDependencies = {
            "foundation.guard",
            "foundation.catalog",
            "foundation.database",
            "foundation.ledger",
            "delivery.runs"
        })
package dev.touchstone.server.delivery.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
