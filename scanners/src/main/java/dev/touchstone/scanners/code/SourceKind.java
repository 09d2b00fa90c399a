package dev.touchstone.scanners.code;

import dev.touchstone.scanners.tree.ScannedFile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of file that rules look into. */
enum SourceKind {
    JAVA,
    SETTINGS,
    MARKUP;

    private static final long LARGEST = 2L << 20;

    private static final Pattern TESTS =
            Pattern.compile("(^|/)src/(test|it|integrationTest|testFixtures)/");

    /** Empty for another kind, for tests of the project, and for what is too large for a person. */
    static Optional<SourceKind> of(ScannedFile file) {
        if (file.size() > LARGEST || TESTS.matcher(file.path()).find()) return Optional.empty();
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".java")) return Optional.of(JAVA);
        if (SettingsFile.isOne(file.path())) return Optional.of(SETTINGS);
        return name.matches(".*\\.(xml|html?|ftlh?|jspx?|jspf|tag|vm)")
                ? Optional.of(MARKUP)
                : Optional.empty();
    }
}
