package dev.touchstone.cli.scan;

import dev.touchstone.cli.settings.Settings;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.formats.SarifReader;
import dev.touchstone.formats.SarifSink;
import dev.touchstone.scanners.KeptReports;
import dev.touchstone.scanners.ScanOutcome;
import dev.touchstone.scanners.ScanTarget;
import dev.touchstone.scanners.SpotBugsScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the bytecode scanner, a program of its own, and takes over what it says. */
final class RunBytecodeScanner {

    private final SpotBugsScanner scanner;
    private final Path work;
    private final Watch watch;

    /**
     * @param work a private folder for its report
     */
    RunBytecodeScanner(SpotBugsScanner scanner, Path work, Watch watch) {
        this.scanner = scanner;
        this.work = work;
        this.watch = watch;
    }

    ToolRun run(ScanTarget target, Settings settings, KeptReports kept)
            throws IOException, InterruptedException {
        watch.begins(scanner.name(), 0);
        try {
            var report = work.resolve("bytecode.sarif");
            return switch (scanner.scan(target, report, kept)) {
                case ScanOutcome.Scanned scanned -> looked(scanned, settings);
                case ScanOutcome.NotRun not ->
                        without(new ToolRun.Outcome.NotRun(not.cause(), not.detail()));
                case ScanOutcome.Failed failed ->
                        without(
                                new ToolRun.Outcome.Failed(
                                        failed.failure(), failed.detail(), kept(failed.log())));
            };
        } finally {
            watch.ended(scanner.name());
        }
    }

    private ToolRun looked(ScanOutcome.Scanned scanned, Settings settings) throws IOException {
        var sorted = new SortFindings(scanner.name(), settings);
        var about = new ReportedRun[1];
        try {
            SarifReader.read(
                    scanned.report(),
                    new SarifSink() {
                        @Override
                        public void run(ReportedRun run) {
                            about[0] = run;
                        }

                        @Override
                        public void finding(ReportedFinding finding) {
                            sorted.found(List.of(finding));
                        }
                    });
        } catch (InvalidReport invalid) {
            return without(
                    new ToolRun.Outcome.Failed(
                            ScanOutcome.Failure.NO_REPORT, invalid.faults().toString(), ""));
        }
        return run(
                new ToolRun.Outcome.Looked(scanned.complete() && about[0].complete()),
                about[0],
                sorted,
                scanned.notices());
    }

    private ToolRun without(ToolRun.Outcome outcome) {
        return run(outcome, null, new SortFindings(scanner.name(), Settings.NONE), List.of());
    }

    private ToolRun run(
            ToolRun.Outcome outcome,
            @Nullable ReportedRun about,
            SortFindings sorted,
            List<ScanOutcome.Notice> notices) {
        return new ToolRun(
                scanner.kind(),
                scanner.name(),
                scanner.version(),
                about == null ? "" : about.ruleDigest(),
                outcome,
                0,
                sorted.findings(),
                sorted.removed(),
                List.of(),
                notices,
                Map.of());
    }

    /** The messages of a program that failed, where they outlive this scan. */
    private static String kept(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return "";
        }
        var copy = Files.createTempFile("touchstone-bytecode-", ".log");
        Files.write(copy, Files.readAllBytes(log));
        return copy.toString();
    }
}
