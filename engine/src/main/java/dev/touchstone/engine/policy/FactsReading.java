package dev.touchstone.engine.policy;

import dev.touchstone.contract.Fault;
import java.util.List;

/** What came of reading a file of facts. */
public sealed interface FactsReading {

    record Accepted(Facts facts) implements FactsReading {}

    /**
     * @param faults each with its JSON pointer, or {@code line:column} where it is no JSON at all
     */
    record Refused(List<Fault> faults) implements FactsReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
