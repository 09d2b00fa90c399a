/** Tests of the schema checks. */
@NullMarked
package dev.touchstone.formats.shape;

import org.jspecify.annotations.NullMarked;
