package dev.touchstone.cli.scan;

import dev.touchstone.cli.settings.HoldingSettings;
import dev.touchstone.scanners.bills.MadeBill;
import dev.touchstone.scanners.tree.LeftOut;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a scan saw, found and left out.
 *
 * @param commit that the work tree is of; null without git
 * @param runs in a fixed order of tools
 * @param leftOut what no tool looked at
 * @param bill the bill of materials; null when the settings switch it off
 */
public record ScanResult(
        Path root,
        @Nullable String commit,
        HoldingSettings settings,
        int files,
        long bytes,
        List<ToolRun> runs,
        List<LeftOut> leftOut,
        @Nullable MadeBill bill) {

    public ScanResult {
        runs = List.copyOf(runs);
        leftOut = List.copyOf(leftOut);
    }

    public List<Removed> removed() {
        return runs.stream().flatMap(run -> run.removed().stream()).toList();
    }

    /** Files that the settings exclude. */
    public List<LeftOut> excluded() {
        return leftOut.stream().filter(each -> each.reason() == LeftOut.Reason.EXCLUDED).toList();
    }

    /** Everything that was not looked at, and was not excluded by the settings. */
    public List<LeftOut> notLookedAt() {
        return Stream.of(
                        leftOut.stream(),
                        runs.stream().flatMap(run -> run.leftOut().stream()),
                        bill == null ? Stream.<LeftOut>of() : bill.leftOut().stream())
                .flatMap(each -> each)
                .filter(each -> each.reason() != LeftOut.Reason.EXCLUDED)
                .distinct()
                .toList();
    }
}
