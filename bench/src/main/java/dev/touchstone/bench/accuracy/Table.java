package dev.touchstone.bench.accuracy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... heads) {
        row((Object[]) heads);
        row(Arrays.stream(heads).map(head -> "---").toArray());
    }

    Table row(Object... cells) {
        text.append(
                Arrays.stream(cells)
                        .map(cell -> String.valueOf(cell).replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
