package dev.touchstone.scanners.code;

/**
 * A place that a search found; lines and columns count from 1.
 *
 * @param symbol name of the class and method around it, or of the setting; may be empty
 */
record Hit(int line, int column, int endLine, int endColumn, String symbol) {}
