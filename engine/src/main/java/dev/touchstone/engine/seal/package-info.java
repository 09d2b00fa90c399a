/** Hash chain, signatures and keys: what convinces an outsider; no framework, no database. */
@NullMarked
package dev.touchstone.engine.seal;

import org.jspecify.annotations.NullMarked;
