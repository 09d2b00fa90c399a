/** The hook that looks at what is about to be committed. */
@NullMarked
package dev.touchstone.cli.hook;

import org.jspecify.annotations.NullMarked;
