package dev.touchstone.server.foundation.guard;

import dev.touchstone.contract.Fault;
import java.util.List;

/**
 * Why a request is not served; each kind becomes one RFC 9457 problem. The message says what
 * happened, why, and what to do.
 */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message);
    }

    /** Does not exist, or lies behind the wall of another legal entity: both answer alike (404). */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super("No such id, or not open to you.");
        }
    }

    /** Who calls is not known, or the proof of it is wrong (401). */
    public static final class NotSignedIn extends Refusal {
        public NotSignedIn(String message) {
            super(message);
        }
    }

    /** Own legal entity, but the right is missing (403). */
    public static final class NotAllowed extends Refusal {
        private final transient List<String> whom;

        public NotAllowed(String message) {
            this(message, List.of());
        }

        /**
         * @param whom names of those who can help
         */
        public NotAllowed(String message, List<String> whom) {
            super(message);
            this.whom = List.copyOf(whom);
        }

        public List<String> whom() {
            return whom;
        }
    }

    /** The input is wrong (422); nothing was changed. */
    public static final class Invalid extends Refusal {
        private final transient List<Fault> faults;

        public Invalid(String message, List<Fault> faults) {
            super(message);
            this.faults = List.copyOf(faults);
        }

        public Invalid(String field, String message) {
            this(message, List.of(Fault.error(field, message)));
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /** The state of the thing does not allow it now (409). */
    public static final class Conflict extends Refusal {
        public Conflict(String message) {
            super(message);
        }
    }

    /** Larger than a limit (413). */
    public static final class TooLarge extends Refusal {
        public TooLarge(String message) {
            super(message);
        }
    }

    /** Too many tries (429). */
    public static final class TooMany extends Refusal {
        public TooMany(String message) {
            super(message);
        }
    }

    /** The platform cannot do it now, for example for want of disk space (503). */
    public static final class Unavailable extends Refusal {
        public Unavailable(String message) {
            super(message);
        }
    }
}
