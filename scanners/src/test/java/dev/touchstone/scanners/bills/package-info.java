@NullMarked
package dev.touchstone.scanners.bills;

import org.jspecify.annotations.NullMarked;
