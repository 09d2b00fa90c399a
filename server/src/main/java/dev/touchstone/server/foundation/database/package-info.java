/**
 * The embedded PostgreSQL or the external one, migrations of every module, and the one door to
 * COPY.
 */
@NullMarked
@ApplicationModule(
        id = "foundation.database",
        displayName = "foundation.database",
        allowedDependencies = {})
package dev.touchstone.server.foundation.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
