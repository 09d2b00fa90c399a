/** A scan's result for people and programs: what to mend first, what was not looked at, and why. */
@NullMarked
package dev.touchstone.cli.report;

import org.jspecify.annotations.NullMarked;
