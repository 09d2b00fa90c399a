/** The embedded scanners and programs of others on the same files, in the same run. */
@NullMarked
package dev.touchstone.bench.peers;

import org.jspecify.annotations.NullMarked;
