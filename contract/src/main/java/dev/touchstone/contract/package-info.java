/** The vocabulary that scanners, command line and server share; it depends on no framework. */
@NullMarked
package dev.touchstone.contract;

import org.jspecify.annotations.NullMarked;
