/** Scanners that Touchstone runs itself; each one is a program of its own behind one port. */
@NullMarked
package dev.touchstone.scanners;

import org.jspecify.annotations.NullMarked;
