package dev.touchstone.server.foundation.guard;

import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the current thread. */
public final class Callers {

    private Callers() {}

    /** The authenticated caller; the platform itself where no request is being served. */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : Caller.PLATFORM;
    }
}
