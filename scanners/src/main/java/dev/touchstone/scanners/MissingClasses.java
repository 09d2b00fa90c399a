package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What SpotBugs says in its log about classes that it could not read, in short. */
final class MissingClasses {

    private static final int SHOWN = 3;
    private static final int MOST_LINES = 100_000;

    private MissingClasses() {}

    /** A few names and how many there are; the same for the same names in any order. */
    static String in(Path log) throws IOException {
        var names = new TreeSet<String>();
        try (var lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            lines.lines()
                    .limit(MOST_LINES)
                    .map(String::strip)
                    .filter(line -> line.matches("[\\p{Alnum}_$]+(\\.[\\p{Alnum}_$]+)+"))
                    .forEach(names::add);
        }
        var first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? first : first + " … (" + names.size() + ")";
    }
}
