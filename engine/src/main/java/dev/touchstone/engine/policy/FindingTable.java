package dev.touchstone.engine.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings by columns: each field's different values are numbered, so that "equal in these
 * fields" is a comparison of small numbers. A column is made when the first condition reads it.
 */
final class FindingTable {

    private final List<FindingView> views;
    private final @Nullable Column[] columns = new @Nullable Column[FindingField.values().length];

    FindingTable(Facts facts) {
        var precision = new HashMap<List<String>, Facts.PrecisionFacts>();
        PrecisionReader.sum(facts.precision())
                .forEach(p -> precision.put(List.of(p.tool(), p.rule()), p));
        var all = new ArrayList<FindingView>();
        var findings = facts.findings() == null ? List.<Facts.FindingFacts>of() : facts.findings();
        for (Facts.FindingFacts finding : findings) {
            // What people judged false is not there for the gate.
            if (finding.status() != Facts.FindingFacts.Status.FALSE_POSITIVE) {
                String tool = finding.tool();
                String rule = finding.rule();
                all.add(
                        new FindingView(
                                finding,
                                tool == null || rule == null
                                        ? null
                                        : precision.get(List.of(tool, rule))));
            }
        }
        this.views = List.copyOf(all);
    }

    /**
     * @param codes per finding the number of its value
     * @param distinct how many different values there are
     */
    record Column(int[] codes, int distinct) {}

    int size() {
        return views.size();
    }

    FindingView view(int row) {
        return views.get(row);
    }

    Column column(FindingField field) {
        Column column = columns[field.ordinal()];
        if (column == null) {
            Map<@Nullable Object, Integer> numbers = new HashMap<>();
            var codes = new int[views.size()];
            for (int row = 0; row < codes.length; row++) {
                Object value = views.get(row).value(field);
                Integer known = numbers.putIfAbsent(value, numbers.size());
                codes[row] = known == null ? numbers.size() - 1 : known;
            }
            column = new Column(codes, numbers.size());
            columns[field.ordinal()] = column;
        }
        return column;
    }
}
