/** Request, reason, second person, expiry and reminder: once, for all that needs four eyes. */
@NullMarked
@ApplicationModule(
        id = "foundation.approvals",
        displayName = "foundation.approvals",
        allowedDependencies = {"foundation.guard", "foundation.database", "foundation.ledger"})
package dev.touchstone.server.foundation.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
