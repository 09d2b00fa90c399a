package dev.touchstone.cli.settings;

import dev.touchstone.contract.Fault;
import java.util.List;

/** What came of reading settings. */
public sealed interface SettingsReading {

    record Accepted(Settings settings) implements SettingsReading {}

    /**
     * @param faults each with line and column
     */
    record Refused(List<Fault> faults) implements SettingsReading {}
}
