/** The budgets of the design, each measured beside its physical limit in the same run. */
@NullMarked
package dev.touchstone.bench;

import org.jspecify.annotations.NullMarked;
