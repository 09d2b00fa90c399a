package dev.touchstone.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a table between its markers in a page. */
final class PeersPage {

    private PeersPage() {}

    static void write(Path page, String section, String text) throws IOException {
        String before = Files.readString(page);
        String begin = "<!-- " + section + ":begin -->\n";
        int from = before.indexOf(begin);
        int to = before.indexOf("<!-- " + section + ":end -->");
        if (from < 0 || to < from) {
            throw new IllegalStateException(page + " has no markers for " + section);
        }
        Files.writeString(
                page, before.substring(0, from + begin.length()) + text + before.substring(to));
    }
}
