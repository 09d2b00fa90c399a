package dev.touchstone.contract;

import org.jspecify.annotations.Nullable;

/** One step of the path on which data flows from its source to the weak place. */
public record FlowStep(CodeLocation location, @Nullable String message) {}
