/** The rules of the house: each is a test that fails the build. */
@NullMarked
package dev.touchstone.server.house;

import org.jspecify.annotations.NullMarked;
