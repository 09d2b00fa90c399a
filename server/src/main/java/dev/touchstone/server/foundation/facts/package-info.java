/** FactSource: how a module offers typed facts to those who judge. */
@NullMarked
@ApplicationModule(
        id = "foundation.facts",
        displayName = "foundation.facts",
        allowedDependencies = {"foundation.guard", "foundation.catalog"})
package dev.touchstone.server.foundation.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
