/** Who calls, what that caller may do and where, and how a refusal looks; no tables. */
@NullMarked
@ApplicationModule(
        id = "foundation.guard",
        displayName = "foundation.guard",
        allowedDependencies = {})
package dev.touchstone.server.foundation.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
