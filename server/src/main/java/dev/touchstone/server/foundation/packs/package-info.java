/** Content packs: what ships, in which version, with which digest. */
@NullMarked
@ApplicationModule(
        id = "foundation.packs",
        displayName = "foundation.packs",
        allowedDependencies = {"foundation.guard", "foundation.facts"})
package dev.touchstone.server.foundation.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
