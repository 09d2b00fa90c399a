package dev.touchstone.cli.settings;

import dev.touchstone.contract.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that hold for a scan, and where they come from.
 *
 * @param base the commit whose settings hold; null when those of the work tree do
 * @param changed whether the work tree's settings differ from those of the base; null when there is
 *     nothing to compare with
 * @param changes what differs, {@code +} added and {@code -} taken away
 * @param faults of settings that do not hold
 */
public record HoldingSettings(
        Settings settings,
        Origin origin,
        @Nullable String base,
        @Nullable Boolean changed,
        List<String> changes,
        List<Fault> faults) {

    public HoldingSettings {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** Who set it. */
    public enum Origin {
        /** Nobody: there is no file. */
        NOBODY,
        WORK_TREE,
        BASE,
        PLATFORM,
        /** The platform, and the project where the platform says nothing. */
        PLATFORM_AND_PROJECT
    }
}
