package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import java.util.List;

/** What came of reading a policy. */
public sealed interface PolicyReading {

    record Accepted(Policy policy) implements PolicyReading {}

    /**
     * @param faults all that is wrong, each with {@code line:column} as place; the message names
     *     the rule
     */
    record Refused(List<Fault> faults) implements PolicyReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
