/** Bills of materials from what a tree holds: lock files, Maven projects and archives. */
@NullMarked
package dev.touchstone.scanners.bills;

import org.jspecify.annotations.NullMarked;
