/** Finds in sources, settings, mappers and templates what compiled code no longer shows. */
@NullMarked
package dev.touchstone.scanners.code;

import org.jspecify.annotations.NullMarked;
