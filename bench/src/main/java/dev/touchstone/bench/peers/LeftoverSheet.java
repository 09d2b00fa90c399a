package dev.touchstone.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The answers for samples/leftovers as places; how lines count is said in its README. */
record LeftoverSheet(Set<String> risky, Set<String> neutral) {

    static LeftoverSheet read(Path file) throws IOException {
        var risky = new TreeSet<String>();
        var neutral = new TreeSet<String>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", 5);
            if (cells[3].equals("risky")) risky.add(cells[0] + ":" + cells[1]);
            if (cells[3].equals("neutral")) neutral.add(cells[0] + ":" + cells[1]);
        }
        return new LeftoverSheet(risky, neutral);
    }

    Set<String> found(Set<String> lines) {
        var found = new TreeSet<>(risky);
        found.retainAll(lines);
        return found;
    }

    /** The sheets and what is said about the sample are no part of it. */
    Set<String> falseLines(Set<String> lines) {
        var wrong = new TreeSet<>(lines);
        wrong.removeAll(risky);
        wrong.removeAll(neutral);
        wrong.removeIf(line -> !line.contains("/"));
        return wrong;
    }
}
