package dev.touchstone.scanners.infrastructure;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.ScannerRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a file while findings are made of it: its lines, its ignores, what is shown of it.
 */
final class JudgedFile {

    private record Range(int start, int end, boolean hidden) {}

    private final List<String> lines;
    private final InlineIgnores ignores;
    private final Map<Range, String> snippets = new HashMap<>();

    JudgedFile(String text) {
        this.lines = text.lines().toList();
        this.ignores = new InlineIgnores(lines);
    }

    Optional<String> ignored(Rule rule, Resource resource, Node at) {
        return ignores.reason(rule.text().id(), at.line(), resource.startLine());
    }

    ReportedFinding finding(Rule rule, Resource resource, Node at) {
        int start = Math.max(1, at.line());
        int end = Math.max(start, at.endLine());
        ScannerRule text = rule.text();
        boolean hidden = SafeSnippet.hidesAll(rule, resource);
        String snippet =
                snippets.computeIfAbsent(
                        new Range(start, end, hidden),
                        _ -> SafeSnippet.of(lines, start, end, hidden));
        return new ReportedFinding(
                text.id(),
                text.severity(),
                text.title().en(),
                resource.name() + ": " + text.title().en() + ". " + text.why().en(),
                text.cwes(),
                List.of(
                        new CodeLocation(
                                resource.path(), start, 0, end, 0, snippet, resource.name())),
                List.of(),
                Map.of(),
                null,
                false);
    }
}
