/**
 * Infrastructure as code: every format becomes resources, and rules in CEL are asked about them.
 */
@NullMarked
package dev.touchstone.scanners.infrastructure;

import org.jspecify.annotations.NullMarked;
