package dev.touchstone.scanners.infrastructure;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.UnitAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what our rules say of the corpus with what it expects. */
final class InfrastructureCorpus {

    /** One expectation: that a check fails, or passes, on a resource. */
    record Row(String set, String check, String folder, String resource, boolean fails) {
        String key() {
            return set + " " + check + " " + folder + " " + resource;
        }
    }

    /** Agreement on one check of the corpus. */
    static final class Tally {
        final Set<String> rules = new TreeSet<>();
        int expected;
        int agreed;
        int passing;
        int silent;
    }

    private final Path iac;
    private final InfrastructureScanner scanner = new InfrastructureScanner();
    private final Map<String, Set<String>> rulesByCheck = new HashMap<>();
    final Map<String, Tally> tallies = new TreeMap<>();
    final Map<String, Integer> unmapped = new TreeMap<>();
    final List<Row> deviating = new ArrayList<>();
    int cloudFormation;

    InfrastructureCorpus(Path iac) {
        this.iac = iac;
        for (Rule rule : scanner.compiled()) {
            for (String check : rule.maps()) {
                rulesByCheck.computeIfAbsent(check, _ -> new TreeSet<>()).add(rule.text().id());
            }
        }
    }

    int expected() {
        return tallies.values().stream().mapToInt(tally -> tally.expected).sum();
    }

    int agreed() {
        return tallies.values().stream().mapToInt(tally -> tally.agreed).sum();
    }

    int passing() {
        return tallies.values().stream().mapToInt(tally -> tally.passing).sum();
    }

    int silent() {
        return tallies.values().stream().mapToInt(tally -> tally.silent).sum();
    }

    void compare() throws IOException {
        for (String[] cells : table(iac.resolve("checkov/expected.tsv"))) {
            String folder = cells[0];
            var rows = new ArrayList<Row>();
            for (String name : words(cells, 2)) {
                rows.add(new Row("checkov", cells[1], folder, name, false));
            }
            for (String name : words(cells, 3)) {
                rows.add(new Row("checkov", cells[1], folder, name, true));
            }
            if (folder.startsWith("cloudformation")) cloudFormation += rows.size();
            else judge(rows, reported(iac.resolve("checkov").resolve(folder)));
        }
        Set<String> goat = reported(iac.resolve("terragoat/terraform"));
        for (String[] cells : table(iac.resolve("terragoat/expected.tsv"))) {
            judge(List.of(new Row("terragoat", cells[0], cells[1], cells[2], true)), goat);
        }
    }

    private void judge(List<Row> rows, Set<String> reported) {
        for (Row row : rows) {
            Set<String> rules = rulesByCheck.get(row.check());
            if (rules == null) {
                unmapped.merge(row.check(), 1, Integer::sum);
                continue;
            }
            Tally tally = tallies.computeIfAbsent(row.check(), _ -> new Tally());
            tally.rules.addAll(rules);
            boolean found = rules.stream().anyMatch(rule -> reported.contains(key(rule, row)));
            if (row.fails()) {
                tally.expected++;
                if (found) tally.agreed++;
            } else {
                tally.passing++;
                if (!found) tally.silent++;
            }
            if (found != row.fails()) deviating.add(row);
        }
    }

    /** What our answer for the resource of this row is kept as. */
    private static String key(String rule, Row row) {
        if (row.set().equals("terragoat")) return rule + " " + row.folder() + " " + row.resource();
        if (row.folder().startsWith("dockerfile")) {
            return rule + " " + row.resource().replaceAll("^(/[^/]+/).*", "$1Dockerfile");
        }
        if (row.folder().startsWith("kubernetes")) {
            String[] parts = row.resource().split("\\.");
            return rule + " " + parts[0] + "/" + parts[parts.length - 1];
        }
        return rule + " " + row.resource();
    }

    private Set<String> reported(Path folder) throws IOException {
        var tree = FolderTree.of(folder);
        var all = new TreeSet<String>();
        for (var unit : scanner.units(tree)) {
            UnitAnswer answer = scanner.scan(tree, unit);
            for (ReportedFinding finding : answer.findings()) {
                var place = finding.locations().getFirst();
                String symbol = String.valueOf(place.symbol());
                String bare = symbol.replaceFirst("^(data|module|provider)\\.", "");
                for (String name : List.of(symbol, bare, "/" + place.path())) {
                    all.add(finding.ruleId() + " " + name);
                    all.add(finding.ruleId() + " /" + place.path() + " " + name);
                }
            }
        }
        return all;
    }

    private static List<String[]> table(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.skip(1).map(line -> line.split("\t", -1)).collect(Collectors.toList());
        }
    }

    private static List<String> words(String[] cells, int at) {
        return cells.length <= at || cells[at].isBlank()
                ? List.of()
                : List.of(cells[at].strip().split(" +"));
    }
}
