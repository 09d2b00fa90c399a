/** Tests of reading and writing formats. */
@NullMarked
package dev.touchstone.formats;

import org.jspecify.annotations.NullMarked;
