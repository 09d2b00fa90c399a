/** Runs every embedded scanner over a tree, uses what is known already, and keeps account. */
@NullMarked
package dev.touchstone.cli.scan;

import org.jspecify.annotations.NullMarked;
