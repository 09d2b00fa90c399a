/**
 * Reads and writes the file formats of the field; a pure library without framework and database.
 */
@NullMarked
package dev.touchstone.formats;

import org.jspecify.annotations.NullMarked;
