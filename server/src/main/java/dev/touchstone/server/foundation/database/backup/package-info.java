/** Backup of everything into one file, and the way back into an empty database. */
@NullMarked
package dev.touchstone.server.foundation.database.backup;

import org.jspecify.annotations.NullMarked;
