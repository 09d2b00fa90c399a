/** What a project, or the platform for it, sets for its scans, and which of both holds. */
@NullMarked
package dev.touchstone.cli.settings;

import org.jspecify.annotations.NullMarked;
