package dev.touchstone.engine.seal;

import org.jspecify.annotations.Nullable;

/** A text that should hold a key does not. */
public final class InvalidKey extends RuntimeException {
    InvalidKey(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
