package dev.touchstone.engine.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what one part of a condition said, by the values of the fields that it reads. */
final class ConjunctAnswers {

    private static final int LARGEST_ARRAY = 1 << 20;

    private final FindingTable.Column[] columns;
    private final @Nullable Answer @Nullable [] byCode;
    private final Map<Long, Answer> byKey = new HashMap<>();

    ConjunctAnswers(FindingTable table, FindingField[] reads) {
        columns = new FindingTable.Column[reads.length];
        long combinations = 1;
        for (int i = 0; i < reads.length; i++) {
            columns[i] = table.column(reads[i]);
            combinations = Math.multiplyExact(combinations, Math.max(1, columns[i].distinct()));
        }
        byCode = combinations <= LARGEST_ARRAY ? new @Nullable Answer[(int) combinations] : null;
    }

    Answer about(int row, Supplier<Answer> ask) {
        long key = 0;
        for (FindingTable.Column column : columns) {
            key = key * column.distinct() + column.codes()[row];
        }
        if (byCode == null) {
            return byKey.computeIfAbsent(key, ignored -> ask.get());
        }
        Answer answer = byCode[(int) key];
        if (answer == null) {
            answer = ask.get();
            byCode[(int) key] = answer;
        }
        return answer;
    }
}
