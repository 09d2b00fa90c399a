package dev.touchstone.bench.accuracy;

import dev.touchstone.bench.accuracy.AnswerSheet.Row;
import dev.touchstone.contract.ReportedFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Findings beside the rows that they speak of: the nearest one of the same file and kind, at most
 * three lines away.
 *
 * @param byRow the rules that reported a row
 * @param outside findings that belong to no row
 */
record Matched(AnswerSheet sheet, Map<Row, Set<String>> byRow, List<ReportedFinding> outside) {

    private static final int FARTHEST = 3;

    static Matched of(AnswerSheet sheet, List<ReportedFinding> findings) {
        var byRow = new LinkedHashMap<Row, Set<String>>();
        var outside = new ArrayList<ReportedFinding>();
        for (ReportedFinding finding : findings) {
            var place = finding.primaryLocation();
            if (place == null) continue;
            sheet.rows().stream()
                    .filter(row -> row.file().equals(place.path()))
                    .filter(row -> Math.abs(row.line() - place.startLine()) <= FARTHEST)
                    .filter(row -> Kinds.areAlike(finding.cwes(), row.kind()))
                    .min(Comparator.comparingInt(row -> Math.abs(row.line() - place.startLine())))
                    .ifPresentOrElse(
                            row ->
                                    byRow.computeIfAbsent(row, any -> new LinkedHashSet<>())
                                            .add(finding.ruleId()),
                            () -> outside.add(finding));
        }
        return new Matched(sheet, byRow, outside);
    }

    boolean has(Row row) {
        return byRow.containsKey(row);
    }

    Tally tally() {
        return tally("");
    }

    /** Counts the rows of one kind; of all when it is empty. */
    Tally tally(String kind) {
        int faults = 0;
        int found = 0;
        int safe = 0;
        int alarms = 0;
        for (Row row : sheet.rows()) {
            if (!kind.isEmpty() && !row.kind().equals(kind)) continue;
            if (row.isFault()) {
                faults++;
                if (has(row)) found++;
            } else if (row.isSafe()) {
                safe++;
                if (has(row)) alarms++;
            }
        }
        return new Tally(faults, found, safe, alarms);
    }

    /** For each rule, on how many rows it was right and wrong; a row counts once. */
    Map<String, Tally> byRule() {
        var rules = new TreeMap<String, Tally>();
        byRow.forEach(
                (row, names) -> {
                    int right = row.isFault() ? 1 : 0;
                    int wrong = row.isSafe() ? 1 : 0;
                    names.forEach(
                            name ->
                                    rules.merge(
                                            name,
                                            new Tally(right, right, wrong, wrong),
                                            Tally::plus));
                });
        return rules;
    }
}
