/** How answer sheets and findings are compared. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.bench.accuracy;
