package dev.touchstone.cli.report;

import dev.touchstone.cli.Terminal;
import dev.touchstone.cli.scan.ScanResult;
import dev.touchstone.contract.Severity;
import java.util.LinkedHashMap;
import java.util.List;

/** What a commit would bring in, and how to go on. */
public final class StagedSummary {

    private final Terminal terminal;

    public StagedSummary(Terminal terminal) {
        this.terminal = terminal;
    }

    public void show(ScanResult result, List<WorkItem> items) {
        if (!items.isEmpty()) {
            new Summary(terminal, false).items(items);
            var worst = WorkItems.worst(items);
            var stops = worst != null && worst.compareTo(Severity.HIGH) >= 0;
            terminal.line("");
            terminal.say(stops ? "hook.stopped" : "hook.mayGo");
        }
        result.settings().faults().forEach(fault -> terminal.fault("touchstone.yml", fault));
        var json = new LinkedHashMap<String, Object>(JsonReport.of(result, items));
        terminal.object(json);
    }
}
