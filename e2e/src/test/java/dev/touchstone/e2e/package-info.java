/** The packaged programs, started as people start them. */
@NullMarked
package dev.touchstone.e2e;

import org.jspecify.annotations.NullMarked;
