package dev.touchstone.formats;

import java.util.List;

/** Says the counts of a corpus check where a person and CI read them. */
final class CorpusReport {
    private CorpusReport() {}

    static void print(String counts, List<String> remarks) {
        System.out.println(counts);
        remarks.forEach(remark -> System.out.println("  " + remark));
    }
}
