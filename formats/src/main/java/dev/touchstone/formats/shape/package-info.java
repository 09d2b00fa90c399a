/** Checks a JSON document against a schema while it streams by. */
@NullMarked
package dev.touchstone.formats.shape;

import org.jspecify.annotations.NullMarked;
