/**
 * Judges facts by a policy: typed CEL expressions over three-valued facts, each answer explained.
 */
@NullMarked
package dev.touchstone.engine.policy;

import org.jspecify.annotations.NullMarked;
