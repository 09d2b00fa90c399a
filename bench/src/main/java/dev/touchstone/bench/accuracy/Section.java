package dev.touchstone.bench.accuracy;

import java.util.ArrayList;
import java.util.List;

/**
 * One part of the page of accuracy, with what it says about single rules.
 *
 * @param name of the markers that enclose it
 * @param text Markdown
 * @param precision what the sheets say of the rules
 */
record Section(String name, String text, List<Measured> precision) {

    Section {
        precision = List.copyOf(precision);
    }

    /** How often a rule was right on one sheet. */
    record Measured(String corpus, String tool, String rule, int right, int judged) {

        static List<Measured> of(String corpus, String tool, Matched matched) {
            var all = new ArrayList<Measured>();
            matched.byRule()
                    .forEach(
                            (rule, tally) -> {
                                if (tally.judged() > 0) {
                                    all.add(
                                            new Measured(
                                                    corpus,
                                                    tool,
                                                    rule,
                                                    tally.found(),
                                                    tally.judged()));
                                }
                            });
            return all;
        }
    }
}
