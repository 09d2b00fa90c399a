package dev.touchstone.bench;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ReportedRun;
import dev.touchstone.contract.Severity;
import dev.touchstone.formats.SarifWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Findings as a scanner would report them: rules and files repeat, places do not, and no two
 * applications have a file in common.
 */
final class Reported {

    static final ReportedRun RUN = new ReportedRun("BenchScan", "1.0", "b".repeat(64), true);
    private static final int RULES = 200;
    private static final int PER_FILE = 12;
    private static final Severity[] SEVERITIES = Severity.values();

    private Reported() {}

    /** The application's finding with that number; the same numbers give the same finding. */
    static ReportedFinding finding(long application, int number) {
        int rule = number * 31 % RULES;
        int file = number / PER_FILE;
        int line = number % PER_FILE * 17 + 3;
        String path =
                "module-%d/src/main/java/com/example/app%d/part%d/Service%d.java"
                        .formatted(file % 40, application, file % 300, file);
        return new ReportedFinding(
                "RULE_" + rule,
                SEVERITIES[rule % SEVERITIES.length],
                "Rule %d: data from outside reaches a place where it is run".formatted(rule),
                "The value of parameter p%d comes from the request and reaches a statement without being checked; somebody outside can change what is run here. Use a prepared statement."
                        .formatted(number),
                List.of(rule % 50 + 20),
                List.of(
                        new CodeLocation(
                                path,
                                line,
                                9,
                                line,
                                60,
                                "statement.executeQuery(\"select * from account where id = \" + p%d);"
                                        .formatted(number))),
                List.of(),
                Map.of(),
                "https://rules.example.org/rule-" + rule,
                false);
    }

    static Path sarif(Path folder, long application, int from, int to) throws IOException {
        Path file = folder.resolve("report-%d-%d-%d.sarif".formatted(application, from, to));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            Iterable<ReportedFinding> findings =
                    () ->
                            IntStream.range(from, to)
                                    .mapToObj(number -> finding(application, number))
                                    .iterator();
            SarifWriter.write(RUN, findings, out);
        }
        return file;
    }
}
