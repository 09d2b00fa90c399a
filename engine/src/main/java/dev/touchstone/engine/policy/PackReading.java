package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import java.util.List;

/** What came of reading a content pack. */
public sealed interface PackReading {

    record Accepted(ContentPack pack) implements PackReading {}

    /**
     * @param faults each with {@code file:line:column} as place
     */
    record Refused(List<Fault> faults) implements PackReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
