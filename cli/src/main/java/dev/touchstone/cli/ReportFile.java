package dev.touchstone.cli;

import dev.touchstone.contract.Fault;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.formats.SarifReader;
import dev.touchstone.formats.SarifSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole report in memory: its runs, each with its findings. */
record ReportFile(List<Run> runs, List<Fault> warnings) {

    /** One run of a report. */
    record Run(ReportedRun about, List<ReportedFinding> findings) {}

    static ReportFile readSarif(Path file) throws IOException, InvalidReport {
        var runs = new ArrayList<Run>();
        var warnings =
                SarifReader.read(
                        file,
                        new SarifSink() {
                            @Override
                            public void run(ReportedRun run) {
                                runs.add(new Run(run, new ArrayList<>()));
                            }

                            @Override
                            public void finding(ReportedFinding finding) {
                                runs.getLast().findings().add(finding);
                            }
                        });
        return new ReportFile(runs, warnings);
    }

    List<ReportedFinding> findings() {
        return runs.stream().flatMap(run -> run.findings().stream()).toList();
    }
}
