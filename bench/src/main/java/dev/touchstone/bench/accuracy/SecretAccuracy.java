package dev.touchstone.bench.accuracy;

import dev.touchstone.bench.accuracy.AnswerSheet.Row;
import dev.touchstone.bench.accuracy.Section.Measured;
import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.Severity;
import dev.touchstone.scanners.secrets.SecretScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The secret rules on planted tokens and on what tools leave behind. */
final class SecretAccuracy {

    private final Path root;
    private final SecretScanner scanner = new SecretScanner();

    SecretAccuracy(Path root) {
        this.root = root;
    }

    /** True when the trees with tokens were made, which are never committed. */
    static boolean hasTokens(Path root) {
        return Files.isDirectory(root.resolve("build/samples/mobile-bank-tokens"))
                && Files.isDirectory(root.resolve("build/samples/leftovers-tokens"));
    }

    Section tokens() throws IOException {
        var text = new StringBuilder();
        var precision = new ArrayList<Measured>();
        var table =
                new Table(
                        "set",
                        "planted",
                        "found",
                        "broken",
                        "reported",
                        "of these LOW or less",
                        "false lines");
        var details = new StringBuilder();
        for (String set : List.of("mobile-bank", "leftovers")) {
            var covered =
                    Covered.of(
                            AnswerSheet.read(
                                    root.resolve("samples/" + set + "/answers-tokens.csv"),
                                    "kind",
                                    "note"),
                            ScanAll.below(
                                    root.resolve("build/samples/" + set + "-tokens"), scanner));
            table.row(
                    set,
                    covered.rows("weak"),
                    covered.found("weak"),
                    covered.rows("broken"),
                    covered.found("broken"),
                    low(covered),
                    covered.falseLines().size());
            covered.missed()
                    .forEach(
                            row ->
                                    details.append("- missed: ")
                                            .append(place(set, row))
                                            .append('\n'));
            covered.falseLines()
                    .forEach(
                            line ->
                                    details.append("- false: ")
                                            .append(set)
                                            .append(' ')
                                            .append(line)
                                            .append('\n'));
            precision.addAll(measured(set + "-tokens", covered));
        }
        text.append(table);
        if (!details.isEmpty()) text.append('\n').append(details);
        return new Section("tokens", text.toString(), precision);
    }

    private static long low(Covered covered) {
        return covered.found().entrySet().stream()
                .filter(entry -> entry.getKey().answer().equals("broken"))
                .filter(
                        entry ->
                                entry.getValue().stream()
                                        .allMatch(
                                                finding ->
                                                        finding.severity().compareTo(Severity.LOW)
                                                                <= 0))
                .count();
    }

    Section leftovers() throws IOException {
        var folder = root.resolve("samples/leftovers");
        var sheet = AnswerSheet.read(folder.resolve("answers.csv"), "kind", "note");
        var findings =
                ScanAll.below(folder, scanner).stream()
                        .filter(finding -> isInSample(finding.primaryLocation()))
                        .toList();
        var covered = Covered.of(sheet, findings);
        var table = new Table("scanner", "risky lines", "found", "recall", "false lines");
        table.row(
                scanner.name(),
                covered.rows("risky"),
                covered.found("risky"),
                String.format(
                        Locale.ROOT,
                        "%.3f",
                        (double) covered.found("risky") / covered.rows("risky")),
                covered.falseLines().size());
        var kinds = new TreeMap<String, Tally>();
        for (Row row : sheet.rows()) {
            if (row.isFault()) {
                kinds.merge(
                        row.kind(),
                        new Tally(1, covered.found().containsKey(row) ? 1 : 0, 0, 0),
                        Tally::plus);
            }
        }
        var text =
                new StringBuilder().append(table).append("\nKinds of file with a missed line:\n\n");
        var missed = new Table("kind", "risky lines", "found");
        kinds.forEach(
                (kind, tally) -> {
                    if (tally.missed() > 0) missed.row(kind, tally.faults(), tally.found());
                });
        text.append(missed).append("\nFalse lines:\n\n");
        covered.falseLines().forEach(line -> text.append("- ").append(line).append('\n'));
        if (covered.falseLines().isEmpty()) text.append("None.\n");
        return new Section("leftovers", text.toString(), measured("leftovers", covered));
    }

    /** The sheets and what is said about the sample are no part of it. */
    private static boolean isInSample(@Nullable CodeLocation place) {
        return place != null && place.path().contains("/");
    }

    private static String place(String set, Row row) {
        return set + " " + row.file() + ":" + row.line() + " " + row.kind() + ", " + row.note();
    }

    private List<Measured> measured(String corpus, Covered covered) {
        var all = new ArrayList<Measured>();
        covered.byRule()
                .forEach(
                        (rule, tally) ->
                                all.add(
                                        new Measured(
                                                corpus,
                                                scanner.name(),
                                                rule,
                                                tally.found(),
                                                tally.judged())));
        return all;
    }
}
