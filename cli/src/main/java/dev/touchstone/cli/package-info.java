/** The command line: every engine without a server, and a client of the platform. */
@NullMarked
package dev.touchstone.cli;

import org.jspecify.annotations.NullMarked;
