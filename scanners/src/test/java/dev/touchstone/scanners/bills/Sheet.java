package dev.touchstone.scanners.bills;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.formats.BillContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows {@code purl,scope,direct} of an answer sheet, and the same of what was read. */
final class Sheet {
    static final Path SAMPLES = Path.of("../samples/locks").toAbsolutePath().normalize();

    private Sheet() {}

    static TreeSet<String> expected(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, UTF_8);
        return new TreeSet<>(lines.subList(1, lines.size()));
    }

    /** Without the project's own parts; a package of several files has one row. */
    static TreeSet<String> of(List<Locked> sources) {
        Map<String, BillContents.Scope> scopes = new TreeMap<>();
        Set<String> direct = new TreeSet<>();
        for (Locked source : sources) {
            direct.addAll(source.direct());
            for (Locked.Package each : source.packages()) {
                if (!each.own()) {
                    scopes.merge(each.purl(), each.scope(), BillContents.Scope::and);
                }
            }
        }
        TreeSet<String> rows = new TreeSet<>();
        scopes.forEach(
                (purl, scope) ->
                        rows.add(
                                "%s,%s,%s"
                                        .formatted(
                                                purl,
                                                scope.name().toLowerCase(Locale.ROOT),
                                                direct.contains(purl))));
        return rows;
    }
}
