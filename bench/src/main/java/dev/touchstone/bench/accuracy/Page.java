package dev.touchstone.bench.accuracy;

import java.util.List;

/** The page of accuracy: sections between markers, each replaced on its own. */
final class Page {

    private Page() {}

    /** The page with these sections anew; the others stay as they are. */
    static String with(String page, List<Section> sections) {
        String text = page;
        for (Section section : sections) {
            String begin = "<!-- " + section.name() + ":begin -->\n";
            String end = "<!-- " + section.name() + ":end -->";
            int from = text.indexOf(begin);
            int to = text.indexOf(end);
            if (from < 0 || to < from) {
                throw new IllegalStateException(
                        "docs/accuracy.md has no markers for " + section.name());
            }
            text = text.substring(0, from + begin.length()) + section.text() + text.substring(to);
        }
        return text;
    }
}
