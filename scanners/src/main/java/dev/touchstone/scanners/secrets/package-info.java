/** Finds credentials in files and in the history of a repository, and never shows one whole. */
@NullMarked
package dev.touchstone.scanners.secrets;

import org.jspecify.annotations.NullMarked;
