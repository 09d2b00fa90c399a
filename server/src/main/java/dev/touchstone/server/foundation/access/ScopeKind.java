package dev.touchstone.server.foundation.access;

/** How far a role reaches. */
enum ScopeKind {
    GROUP,
    ENTITY,
    DEPARTMENT,
    APPLICATION
}
