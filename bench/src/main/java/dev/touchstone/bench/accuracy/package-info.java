/** Counts what the scanners find and miss on the answer sheets of the samples. */
@NullMarked
package dev.touchstone.bench.accuracy;

import org.jspecify.annotations.NullMarked;
