package dev.touchstone.server.matrix;

/** Where a thing lies, seen from the caller. */
enum Place {
    OWN,
    OTHER_DEPARTMENT,
    OTHER_ENTITY,
    /** A thing that never was. */
    NOWHERE
}
