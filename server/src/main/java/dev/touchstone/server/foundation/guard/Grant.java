package dev.touchstone.server.foundation.guard;

/** A role held in a scope. */
public record Grant(Role role, Scope scope) {}
