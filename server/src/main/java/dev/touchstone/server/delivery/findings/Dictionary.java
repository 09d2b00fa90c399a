package dev.touchstone.server.delivery.findings;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The numbers of the words that the findings of one run use. */
record Dictionary(
        Map<Pending.Rule, Long> rules, Map<String, Long> titles, Map<String, Long> paths) {

    static Dictionary of(List<Pending> reports, DictionaryStore store) {
        if (reports.isEmpty())
            return new Dictionary(new HashMap<>(), new HashMap<>(), new HashMap<>());
        var rules = new LinkedHashSet<Pending.Rule>();
        var titles = new LinkedHashSet<String>();
        var paths = new LinkedHashSet<String>();
        for (Pending report : reports) {
            rules.add(report.rule());
            titles.add(report.title());
            paths.add(report.place().path());
        }
        return new Dictionary(
                store.rules(reports.getFirst().rule().tool(), rules),
                store.titles(titles),
                store.paths(paths));
    }

    long rule(Pending.Rule rule) {
        return Objects.requireNonNull(rules.get(rule));
    }

    long title(String text) {
        return Objects.requireNonNull(titles.get(text));
    }

    long path(String text) {
        return Objects.requireNonNull(paths.get(text));
    }
}
