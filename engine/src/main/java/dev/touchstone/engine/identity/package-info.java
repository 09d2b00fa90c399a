/**
 * Tells whether two reports speak of the same finding: what its identity is made of, and how the
 * findings of a new report are matched with those that are known.
 */
@NullMarked
package dev.touchstone.engine.identity;

import org.jspecify.annotations.NullMarked;
