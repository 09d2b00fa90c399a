/**
 * The platform: a modular monolith; each leaf package below is an application module with a closed
 * inside.
 */
@NullMarked
package dev.touchstone.server;

import org.jspecify.annotations.NullMarked;
