package dev.touchstone.server.foundation.facts;

/**
 * A module that knows something about what is judged. The asker has already checked that the caller
 * may ask about the application.
 */
public interface FactSource {

    /** Adds what the module knows; what it does not know it leaves out, which makes it unknown. */
    void offer(FactSubject subject, GatheredFacts into);
}
