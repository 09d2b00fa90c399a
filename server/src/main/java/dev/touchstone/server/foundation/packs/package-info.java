/**
 * Content packs: installs, versions and serves them; the shipped ones and the organisation's own.
 */
@NullMarked
@ApplicationModule(
        id = "foundation.packs",
        displayName = "foundation.packs",
        allowedDependencies = {
            "foundation.guard",
            "foundation.database",
            "foundation.ledger",
            "foundation.facts",
            "foundation.catalog"
        })
package dev.touchstone.server.foundation.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
