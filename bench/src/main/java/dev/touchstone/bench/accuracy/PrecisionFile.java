package dev.touchstone.bench.accuracy;

import dev.touchstone.bench.accuracy.Section.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The measured precision of rules, which decides what may block. */
final class PrecisionFile {

    private static final Pattern ROW =
            Pattern.compile(
                    "  - \\{corpus: ([\\w-]+), tool: ([^,]+), rule: ([^,]+), truePositives: (\\d+), judgements: (\\d+)}");

    private PrecisionFile() {}

    /** The file with these measurements instead of those of the same corpora and tools. */
    static String with(String file, List<Section> sections) {
        var fresh = sections.stream().flatMap(one -> one.precision().stream()).toList();
        var replaced = new HashSet<String>();
        fresh.forEach(one -> replaced.add(one.corpus() + "\0" + one.tool()));
        var head = new StringBuilder();
        var rows = new ArrayList<Measured>();
        for (String line : file.lines().toList()) {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                head.append(line).append('\n');
            } else if (!replaced.contains(row.group(1) + "\0" + row.group(2))) {
                rows.add(
                        new Measured(
                                row.group(1),
                                row.group(2),
                                row.group(3),
                                Integer.parseInt(row.group(4)),
                                Integer.parseInt(row.group(5))));
            }
        }
        rows.addAll(fresh);
        rows.sort(
                Comparator.comparing(Measured::tool)
                        .thenComparing(Measured::corpus)
                        .thenComparing(Measured::rule));
        var text = new StringBuilder(head);
        for (Measured one : rows) {
            text.append("  - {corpus: ")
                    .append(one.corpus())
                    .append(", tool: ")
                    .append(one.tool())
                    .append(", rule: ")
                    .append(one.rule())
                    .append(", truePositives: ")
                    .append(one.right())
                    .append(", judgements: ")
                    .append(one.judged())
                    .append("}\n");
        }
        return text.toString();
    }
}
