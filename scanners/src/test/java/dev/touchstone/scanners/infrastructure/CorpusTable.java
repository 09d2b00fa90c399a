package dev.touchstone.scanners.infrastructure;

import java.util.Map;

/** The comparison with the corpus as a text for docs/accuracy.md. */
final class CorpusTable {

    private CorpusTable() {}

    static String of(InfrastructureCorpus corpus, Map<String, String> reasons) {
        var text = new StringBuilder();
        text.append(
                "Mapped checks: %d. Expected rows that agree: %d of %d (%.1f %%). Passing resources that stay silent: %d of %d.%n%n"
                        .formatted(
                                corpus.tallies.size(),
                                corpus.agreed(),
                                corpus.expected(),
                                100.0 * corpus.agreed() / corpus.expected(),
                                corpus.silent(),
                                corpus.passing()));
        text.append(
                "| corpus | ours | rows that agree | passing and silent |\n| --- | --- | --- | --- |\n");
        corpus.tallies.forEach(
                (check, tally) ->
                        text.append(
                                "| %s | %s | %d of %d | %d of %d |%n"
                                        .formatted(
                                                check,
                                                String.join(", ", tally.rules),
                                                tally.agreed,
                                                tally.expected,
                                                tally.silent,
                                                tally.passing)));
        text.append(
                "\nRows that do not agree:\n\n| check | resource | reason |\n| --- | --- | --- |\n");
        for (InfrastructureCorpus.Row row : corpus.deviating) {
            text.append(
                    "| %s | %s | %s |%n"
                            .formatted(
                                    row.check(),
                                    row.resource(),
                                    reasons.getOrDefault(row.key(), "no reason is known")));
        }
        int rows = corpus.unmapped.values().stream().mapToInt(Integer::intValue).sum();
        text.append(
                "%nNot mapped: %d checks with %d rows; CloudFormation: %d rows, not read.%n%n"
                        .formatted(corpus.unmapped.size(), rows, corpus.cloudFormation));
        text.append(String.join(", ", corpus.unmapped.keySet())).append('\n');
        return text.toString();
    }
}
