package dev.touchstone.formats;

import dev.touchstone.contract.ReportedRun;
import java.util.List;
import java.util.Map;

/**
 * What the results of a run refer to, known before the first result is read.
 *
 * @param artifacts as they stand in the file; results name them by index
 * @param symbols names of the logical locations, by index; empty where there is none
 * @param steps the run's own list of thread flow locations
 * @param levels levels that the invocation sets for rules, by rule id
 */
record SarifRun(
        ReportedRun run,
        SarifTool tool,
        SarifPaths paths,
        List<SarifPlace> artifacts,
        List<String> symbols,
        List<SarifPlace> steps,
        Map<String, String> levels) {}
