package dev.touchstone.scanners.code;

/** Where a value that a file cannot vouch for enters it. */
enum Source {
    /** A parameter that another file fills. */
    PARAMETER,
    REQUEST,
    UPLOAD_NAME,
    ENTRY_NAME
}
