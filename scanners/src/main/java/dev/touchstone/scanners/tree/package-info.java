/** The files below a folder, read so that nothing outside of it is reached. */
@NullMarked
package dev.touchstone.scanners.tree;

import org.jspecify.annotations.NullMarked;
