package dev.touchstone.server.foundation.guard;

import dev.touchstone.contract.Fault;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not served; each kind becomes one RFC 9457 problem. The sentence says what
 * happened, why, and what to do.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final transient Sentence sentence;

    private Refusal(Sentence sentence) {
        super(sentence.in(Locale.ENGLISH));
        this.sentence = sentence;
    }

    Sentence sentence() {
        return sentence;
    }

    /** Does not exist, or lies behind the wall of another legal entity: both answer alike (404). */
    public static final class NotFound extends Refusal {
        static final Sentence SENTENCE = Sentence.of("No such id, or not open to you.");

        public NotFound() {
            super(SENTENCE);
        }
    }

    /** Who calls is not known, or the proof of it is wrong (401). */
    public static final class NotSignedIn extends Refusal {
        public NotSignedIn(String english, Object... values) {
            super(Sentence.of(english, values));
        }
    }

    /** Own legal entity, but the right is missing (403). */
    public static final class NotAllowed extends Refusal {
        private final transient List<String> whom;

        public NotAllowed(String english, Object... values) {
            this(Sentence.of(english, values), List.of());
        }

        /**
         * @param whom names of those who can help
         */
        public NotAllowed(Sentence sentence, List<String> whom) {
            super(sentence);
            this.whom = List.copyOf(whom);
        }

        public List<String> whom() {
            return whom;
        }
    }

    /** The input is wrong (422); nothing was changed. */
    public static final class Invalid extends Refusal {
        private final transient @Nullable String field;
        private final transient List<Fault> faults;

        public Invalid(String english, List<Fault> faults) {
            super(Sentence.of(english));
            this.field = null;
            this.faults = List.copyOf(faults);
        }

        /** One field is wrong, and the sentence says how. */
        public Invalid(String field, String english, Object... values) {
            super(Sentence.of(english, values));
            this.field = field;
            this.faults = List.of();
        }

        public List<Fault> faults(Locale language) {
            return field == null ? faults : List.of(Fault.error(field, sentence().in(language)));
        }
    }

    /** The state of the thing does not allow it now (409). */
    public static final class Conflict extends Refusal {
        public Conflict(String english, Object... values) {
            super(Sentence.of(english, values));
        }
    }

    /** Larger than a limit (413). */
    public static final class TooLarge extends Refusal {
        public TooLarge(String english, Object... values) {
            super(Sentence.of(english, values));
        }
    }

    /** Too many tries (429). */
    public static final class TooMany extends Refusal {
        public TooMany(String english, Object... values) {
            super(Sentence.of(english, values));
        }
    }

    /** The platform cannot do it now, for example for want of disk space (503). */
    public static final class Unavailable extends Refusal {
        public Unavailable(String english, Object... values) {
            super(Sentence.of(english, values));
        }
    }
}
