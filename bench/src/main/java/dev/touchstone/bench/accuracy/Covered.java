package dev.touchstone.bench.accuracy;

import dev.touchstone.bench.accuracy.AnswerSheet.Row;
import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Findings beside the rows whose line they cover.
 *
 * @param found rows that a finding covers
 * @param falseLines first lines of findings that cover nothing that may be reported
 * @param byRule for each rule, how many of its lines were right and wrong
 */
record Covered(
        AnswerSheet sheet,
        Map<Row, Set<ReportedFinding>> found,
        Set<String> falseLines,
        Map<String, Tally> byRule) {

    static Covered of(AnswerSheet sheet, List<ReportedFinding> findings) {
        var byFile = new HashMap<String, TreeMap<Integer, Row>>();
        for (Row row : sheet.rows()) {
            if (!row.isSafe()) {
                byFile.computeIfAbsent(row.file(), any -> new TreeMap<>()).put(row.line(), row);
            }
        }
        var found = new HashMap<Row, Set<ReportedFinding>>();
        var falseLines = new TreeSet<String>();
        var byRule = new TreeMap<String, Tally>();
        var counted = new HashSet<String>();
        for (ReportedFinding finding : findings) {
            var place = finding.primaryLocation();
            if (place == null) continue;
            var rows = rows(byFile, place);
            rows.forEach(row -> found.computeIfAbsent(row, any -> new HashSet<>()).add(finding));
            String line = place.path() + ":" + place.startLine();
            if (rows.isEmpty()) falseLines.add(line);
            boolean right = rows.stream().anyMatch(Row::isFault);
            if ((right || rows.isEmpty()) && counted.add(finding.ruleId() + "\0" + line)) {
                byRule.merge(
                        finding.ruleId(),
                        right ? new Tally(1, 1, 0, 0) : new Tally(0, 0, 1, 1),
                        Tally::plus);
            }
        }
        return new Covered(sheet, found, falseLines, byRule);
    }

    private static List<Row> rows(Map<String, TreeMap<Integer, Row>> byFile, CodeLocation place) {
        var lines = byFile.get(place.path());
        if (lines == null) return List.of();
        int first = Math.max(1, place.startLine());
        return List.copyOf(
                lines.subMap(first, true, Math.max(first, place.endLine()), true).values());
    }

    long rows(String answer) {
        return sheet.rows().stream().filter(row -> row.answer().equals(answer)).count();
    }

    long found(String answer) {
        return found.keySet().stream().filter(row -> row.answer().equals(answer)).count();
    }

    List<Row> missed() {
        return sheet.rows().stream()
                .filter(Row::isFault)
                .filter(row -> !found.containsKey(row))
                .toList();
    }
}
