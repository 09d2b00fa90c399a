package dev.touchstone.scanners.bills;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of projects that do not write their coordinates into their archives. A name counts only
 * together with classes of the right package.
 */
final class KnownGroups {
    private static final List<Known> KNOWN = read();

    private KnownGroups() {}

    private record Known(String name, String classes, String group, int from) {}

    static @Nullable String of(String name, @Nullable String version, Collection<String> packages) {
        int major = major(version);
        for (Known each : KNOWN) {
            if (name.startsWith(each.name)
                    && major >= each.from
                    && packages.stream().anyMatch(folder -> folder.startsWith(each.classes))) {
                return each.group;
            }
        }
        return null;
    }

    private static int major(@Nullable String version) {
        int digits = 0;
        int major = 0;
        while (version != null
                && digits < Math.min(version.length(), 6)
                && Character.isDigit(version.charAt(digits))) {
            major = major * 10 + Character.digit(version.charAt(digits++), 10);
        }
        return major;
    }

    private static List<Known> read() {
        try (InputStream in = KnownGroups.class.getResourceAsStream("known-groups.tsv")) {
            if (in == null) throw new IllegalStateException("known-groups.tsv is not packed");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(
                            cells ->
                                    new Known(
                                            cells[0],
                                            cells[1],
                                            cells[2],
                                            cells.length > 3 ? Integer.parseInt(cells[3]) : 0))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
