package dev.touchstone.bench.accuracy;

import dev.touchstone.bench.accuracy.AnswerSheet.Row;
import dev.touchstone.bench.accuracy.Section.Measured;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.infrastructure.InfrastructureScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The infrastructure rules on the mobile bank's deployment. */
final class InfrastructureAccuracy {

    private final Path root;
    private final InfrastructureScanner scanner = new InfrastructureScanner();

    InfrastructureAccuracy(Path root) {
        this.root = root;
    }

    Section section() throws IOException {
        var bank = root.resolve("samples/mobile-bank");
        var sheet =
                AnswerSheet.read(bank.resolve("answers-infrastructure.csv"), "fault", "resource");
        var findings = ScanAll.below(bank, scanner);
        var rulesOf = rulesOfFaults();
        var byRow = new LinkedHashMap<Row, Set<String>>();
        var counted = new HashSet<ReportedFinding>();
        for (ReportedFinding finding : findings) {
            var rows = sheet.rows().stream().filter(row -> isFor(finding, row, rulesOf)).toList();
            var onLine = rows.stream().filter(row -> row.line() == line(finding)).toList();
            for (Row row : onLine.isEmpty() ? rows : onLine) {
                if (!onLine.isEmpty() || isOnResource(finding, row)) {
                    byRow.computeIfAbsent(row, any -> new TreeSet<>()).add(finding.ruleId());
                    counted.add(finding);
                }
            }
        }
        var matched =
                new Matched(
                        sheet,
                        byRow,
                        findings.stream().filter(one -> !counted.contains(one)).toList());
        return new Section(
                "infrastructure",
                text(matched, findings),
                Measured.of("infrastructure", scanner.name(), matched));
    }

    private String text(Matched matched, List<ReportedFinding> findings) {
        var tally = matched.tally();
        long mended =
                findings.stream()
                        .filter(
                                one ->
                                        Objects.requireNonNull(one.primaryLocation())
                                                .path()
                                                .startsWith("mended/"))
                        .count();
        var sums =
                new Table(
                        "checks",
                        "planted",
                        "found",
                        "missed",
                        "safe",
                        "false",
                        "findings in the mended tree");
        sums.row(
                scanner.rules().size(),
                tally.faults(),
                tally.found(),
                tally.missed(),
                tally.safe(),
                tally.alarms(),
                mended);
        var text = new StringBuilder().append(sums).append("\nMissed:\n\n");
        matched.sheet().rows().stream()
                .filter(row -> row.isFault() && !matched.has(row))
                .forEach(
                        row ->
                                text.append("- ")
                                        .append(row.file())
                                        .append(':')
                                        .append(row.line())
                                        .append(' ')
                                        .append(row.note())
                                        .append(": ")
                                        .append(row.kind())
                                        .append('\n'));
        if (tally.missed() == 0) text.append("None.\n");
        text.append("\nBy check, found / missed / false on the faults that it is for:\n\n");
        var table = new Table("fault", "checks", "found / missed / false");
        var kinds = new TreeMap<String, Set<String>>();
        matched.sheet()
                .rows()
                .forEach(
                        row ->
                                kinds.computeIfAbsent(row.kind(), any -> new TreeSet<>())
                                        .addAll(matched.byRow().getOrDefault(row, Set.of())));
        kinds.forEach(
                (kind, rules) ->
                        table.row(kind, String.join(", ", rules), matched.tally(kind).triple()));
        text.append(table);
        long beside =
                matched.outside().stream()
                        .filter(
                                one ->
                                        Objects.requireNonNull(one.primaryLocation())
                                                .path()
                                                .startsWith("weak/"))
                        .count();
        return text.append("\nFurther findings in the weak tree, of which the sheet says nothing: ")
                .append(beside)
                .append(".\n")
                .toString();
    }

    private static boolean isFor(
            ReportedFinding finding, Row row, Map<String, Set<String>> rulesOf) {
        var place = finding.primaryLocation();
        return place != null
                && place.path().equals(row.file())
                && rulesOf.getOrDefault(row.kind(), Set.of()).contains(finding.ruleId());
    }

    private static int line(ReportedFinding finding) {
        var place = finding.primaryLocation();
        return place == null ? 0 : place.startLine();
    }

    private static boolean isOnResource(ReportedFinding finding, Row row) {
        var place = finding.primaryLocation();
        String symbol = place == null ? null : place.symbol();
        return symbol != null && (symbol.equals(row.note()) || symbol.endsWith("." + row.note()));
    }

    /** Which checks are for which fault, in the words of the sheet. */
    private static Map<String, Set<String>> rulesOfFaults() throws IOException {
        var all = new HashMap<String, Set<String>>();
        try (var in =
                InfrastructureAccuracy.class.getResourceAsStream("infrastructure-faults.csv")) {
            var lines =
                    new ArrayList<>(
                            new String(
                                            Objects.requireNonNull(in).readAllBytes(),
                                            StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
            for (String line : lines.subList(1, lines.size())) {
                int comma = line.indexOf(',');
                all.put(line.substring(0, comma), Set.of(line.substring(comma + 1).split(" ")));
            }
        }
        return all;
    }
}
