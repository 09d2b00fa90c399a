package dev.touchstone.bench.accuracy;

import dev.touchstone.bench.accuracy.AnswerSheet.Row;
import dev.touchstone.bench.accuracy.Section.Measured;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.formats.InvalidReport;
import dev.touchstone.formats.SarifReader;
import dev.touchstone.formats.SarifSink;
import dev.touchstone.scanners.ScanOutcome;
import dev.touchstone.scanners.ScanTarget;
import dev.touchstone.scanners.SpotBugsScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** SpotBugs with FindSecBugs on the compiled mobile bank, beside the source rules. */
final class BytecodeAccuracy {

    private final Path root;

    BytecodeAccuracy(Path root) {
        this.root = root;
    }

    /**
     * @throws IllegalStateException when the bank is not compiled or the scan does not end well
     */
    Section section(Matched sources) throws IOException, InterruptedException {
        var bytecode = Matched.of(sources.sheet(), findings());
        var text = new StringBuilder();
        var sums =
                new Table(
                        "scanner",
                        "planted",
                        "found",
                        "missed",
                        "recall",
                        "safe",
                        "false",
                        "precision");
        sum(sums, "SpotBugs with FindSecBugs", bytecode.tally());
        sum(sums, "source rules", sources.tally());
        sum(sums, "both together", union(bytecode, sources, ""));
        text.append(sums).append("\nBy weakness, found / missed / false:\n\n");
        var kinds = new Table("CWE", "SpotBugs with FindSecBugs", "source rules", "both together");
        sources.sheet().rows().stream()
                .map(Row::kind)
                .distinct()
                .sorted(Comparator.comparingInt(kind -> Integer.parseInt(kind.substring(4))))
                .forEach(
                        kind ->
                                kinds.row(
                                        kind,
                                        bytecode.tally(kind).triple(),
                                        sources.tally(kind).triple(),
                                        union(bytecode, sources, kind).triple()));
        text.append(kinds).append("\nMissed by both:\n\n");
        var missed = new Table("place", "CWE", "what was planted");
        sources.sheet().rows().stream()
                .filter(row -> row.isFault() && !bytecode.has(row) && !sources.has(row))
                .forEach(row -> missed.row(row.file() + ":" + row.line(), row.kind(), row.note()));
        text.append(missed).append("\nRules of SpotBugs and FindSecBugs on this sheet:\n\n");
        var rules = new Table("rule", "right", "wrong", "precision");
        bytecode.byRule()
                .forEach(
                        (rule, tally) ->
                                rules.row(rule, tally.found(), tally.alarms(), tally.precision()));
        return new Section(
                "bytecode",
                text.append(rules).toString(),
                Measured.of("sample", "SpotBugs", bytecode));
    }

    private static void sum(Table table, String scanner, Tally tally) {
        table.row(
                scanner,
                tally.faults(),
                tally.found(),
                tally.missed(),
                tally.recall(),
                tally.safe(),
                tally.alarms(),
                tally.precision());
    }

    private static Tally union(Matched one, Matched other, String kind) {
        Tally all = Tally.NOTHING;
        for (Row row : one.sheet().rows()) {
            if (!kind.isEmpty() && !row.kind().equals(kind)) continue;
            int hit = one.has(row) || other.has(row) ? 1 : 0;
            if (row.isFault()) all = all.plus(new Tally(1, hit, 0, 0));
            if (row.isSafe()) all = all.plus(new Tally(0, 0, 1, hit));
        }
        return all;
    }

    private List<ReportedFinding> findings() throws IOException, InterruptedException {
        var weak = root.resolve("samples/mobile-bank/weak");
        var libraries = weak.resolve("target/classpath.txt");
        if (!Files.isRegularFile(libraries)) {
            throw new IllegalStateException(weak + " is not compiled; make accuracy does that");
        }
        var classpath =
                Arrays.stream(Files.readString(libraries).strip().split(File.pathSeparator))
                        .map(Path::of)
                        .toList();
        var report = Files.createTempDirectory("accuracy").resolve("spotbugs.sarif");
        var scanner =
                new SpotBugsScanner(
                        root.resolve("build/tools/spotbugs"),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        SpotBugsScanner.Bounds.DEFAULT);
        var outcome = scanner.scan(new ScanTarget(weak, classpath), report);
        if (!(outcome instanceof ScanOutcome.Scanned)) {
            throw new IllegalStateException("SpotBugs did not scan: " + outcome);
        }
        var findings = new ArrayList<ReportedFinding>();
        try {
            SarifReader.read(
                    report,
                    new SarifSink() {
                        @Override
                        public void run(ReportedRun run) {}

                        @Override
                        public void finding(ReportedFinding finding) {
                            findings.add(finding);
                        }
                    });
        } catch (InvalidReport invalid) {
            throw new IllegalStateException(invalid);
        }
        return findings;
    }
}
