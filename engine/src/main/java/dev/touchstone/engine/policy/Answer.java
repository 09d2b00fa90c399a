package dev.touchstone.engine.policy;

import java.util.Set;
import java.util.TreeSet;

/** What a condition says about facts of which some may be unknown. */
sealed interface Answer {

    Answer YES = new Yes();
    Answer NO = new No();

    record Yes() implements Answer {}

    record No() implements Answer {}

    /**
     * @param facts names of the unknown facts that would decide
     */
    record Unknown(Set<String> facts) implements Answer {}

    /** Three-valued "and": one no decides; else one unknown leaves all unknown. */
    default Answer and(Answer other) {
        return switch (this) {
            case No no -> no;
            case Yes yes -> other;
            case Unknown mine ->
                    switch (other) {
                        case No no -> no;
                        case Yes yes -> mine;
                        case Unknown theirs -> {
                            var both = new TreeSet<>(mine.facts);
                            both.addAll(theirs.facts);
                            yield new Unknown(both);
                        }
                    };
        };
    }
}
