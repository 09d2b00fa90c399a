package dev.touchstone.bench.accuracy;

import dev.touchstone.bench.accuracy.AnswerSheet.Row;
import dev.touchstone.bench.accuracy.Section.Measured;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.code.CodeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The source rules on both banks. */
final class CodeAccuracy {

    private final Path root;
    private final CodeScanner scanner = new CodeScanner();

    CodeAccuracy(Path root) {
        this.root = root;
    }

    Matched onMobileBank() throws IOException {
        var bank = root.resolve("samples/mobile-bank");
        return Matched.of(
                AnswerSheet.read(bank.resolve("answers.csv"), "cwe", "note"),
                ScanAll.below(bank.resolve("weak"), scanner));
    }

    Matched onWebBank() throws IOException {
        var bank = root.resolve("samples/web-bank");
        return Matched.of(
                AnswerSheet.read(bank.resolve("answers.csv"), "cwe", "note"),
                ScanAll.below(bank, scanner));
    }

    Section section() throws IOException {
        var mobile = onMobileBank();
        var web = onWebBank();
        var text = new StringBuilder();
        text.append("Rules: ").append(scanner.rules().size()).append(".\n\n");
        var sums =
                new Table(
                        "sheet",
                        "planted",
                        "found",
                        "recall",
                        "safe",
                        "false",
                        "precision",
                        "outside of the sheet");
        sum(sums, "mobile-bank, planted for bytecode", mobile);
        sum(sums, "web-bank, planted for sources", web);
        text.append(sums);
        text.append("\nweb-bank by weakness, found / missed / false:\n\n");
        var kinds = new Table("CWE", "found / missed / false");
        web.sheet().rows().stream()
                .map(Row::kind)
                .distinct()
                .sorted(
                        java.util.Comparator.comparingInt(
                                kind -> Integer.parseInt(kind.substring(4))))
                .forEach(kind -> kinds.row(kind, web.tally(kind).triple()));
        text.append(kinds);
        text.append("\nMissed on web-bank:\n\n").append(missed(web));
        text.append("\nFalse alarms:\n\n")
                .append(alarms("web-bank", web))
                .append(alarms("mobile-bank", mobile));
        text.append(
                "\nFindings in the mended trees that belong to no row, looked at by hand or not, count as outside:\n\n");
        text.append(outside(web));
        text.append("\nEach rule on both sheets:\n\n").append(rules(mobile, web));
        var precision = new ArrayList<Measured>();
        precision.addAll(Measured.of("sample", scanner.name(), mobile));
        precision.addAll(Measured.of("web-bank", scanner.name(), web));
        return new Section("code", text.toString(), precision);
    }

    private static void sum(Table table, String sheet, Matched matched) {
        var tally = matched.tally();
        table.row(
                sheet,
                tally.faults(),
                tally.found(),
                tally.recall(),
                tally.safe(),
                tally.alarms(),
                tally.precision(),
                matched.outside().size());
    }

    private static String missed(Matched matched) {
        var table = new Table("place", "CWE", "what was planted");
        matched.sheet().rows().stream()
                .filter(Row::isFault)
                .filter(row -> !matched.has(row))
                .forEach(row -> table.row(row.file() + ":" + row.line(), row.kind(), row.note()));
        return table.toString();
    }

    private static String alarms(String sheet, Matched matched) {
        var lines = new StringBuilder();
        matched.byRow()
                .forEach(
                        (row, rules) -> {
                            if (row.isSafe()) {
                                lines.append("- ")
                                        .append(sheet)
                                        .append(' ')
                                        .append(row.file())
                                        .append(':')
                                        .append(row.line())
                                        .append(' ')
                                        .append(String.join(", ", rules))
                                        .append(": ")
                                        .append(row.note())
                                        .append('\n');
                            }
                        });
        return lines.toString();
    }

    private static String outside(Matched matched) {
        var lines = new StringBuilder();
        for (ReportedFinding finding : matched.outside()) {
            var place = finding.primaryLocation();
            if (place != null && place.path().startsWith("mended/")) {
                lines.append("- ")
                        .append(place.display())
                        .append(' ')
                        .append(finding.ruleId())
                        .append('\n');
            }
        }
        return lines.isEmpty() ? "None.\n" : lines.toString();
    }

    private String rules(Matched mobile, Matched web) {
        var sums = new TreeMap<String, Tally>();
        scanner.rules().forEach(rule -> sums.put(rule.id(), Tally.NOTHING));
        List.of(mobile, web)
                .forEach(
                        one ->
                                one.byRule()
                                        .forEach(
                                                (rule, tally) ->
                                                        sums.merge(rule, tally, Tally::plus)));
        var grades = scanner.grades();
        var table = new Table("rule", "grade", "right", "wrong", "precision");
        var unseen = new ArrayList<String>();
        sums.forEach(
                (rule, tally) -> {
                    if (tally.judged() == 0) {
                        unseen.add(rule);
                    } else {
                        String grade =
                                String.valueOf(grades.get(rule)).toLowerCase(java.util.Locale.ROOT);
                        table.row(rule, grade, tally.found(), tally.alarms(), tally.precision());
                    }
                });
        return table + "\nNo row judges these rules: " + String.join(", ", unseen) + ".\n";
    }
}
