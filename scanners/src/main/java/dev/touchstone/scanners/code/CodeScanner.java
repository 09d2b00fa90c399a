package dev.touchstone.scanners.code;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.scanners.ScannerRule;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules of {@code packs/touchstone-code} over Java, settings, mappers and templates. */
public final class CodeScanner implements TreeScanner {

    private static final int LONGEST_SNIPPET = 300;

    private final CodeRules rules;

    public CodeScanner() {
        this(CodeRules.shipped());
    }

    CodeScanner(CodeRules rules) {
        this.rules = rules;
    }

    @Override
    public ScannerKind kind() {
        return ScannerKind.SAST;
    }

    @Override
    public String name() {
        return "Touchstone code";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String ruleDigest() {
        return rules.digest();
    }

    @Override
    public List<ScannerRule> rules() {
        return rules.rules().stream().map(CodeRule::rule).toList();
    }

    /** How much each rule can tell, by its id. */
    public Map<String, Grade> grades() {
        var grades = new TreeMap<String, Grade>();
        rules.rules().forEach(rule -> grades.put(rule.rule().id(), rule.grade()));
        return grades;
    }

    @Override
    public List<List<ScannedFile>> units(ScannedTree tree) {
        return tree.files().stream()
                .filter(file -> SourceKind.of(file).isPresent())
                .map(List::of)
                .toList();
    }

    @Override
    public UnitAnswer scan(ScannedTree tree, List<ScannedFile> unit) throws IOException {
        var findings = new ArrayList<ReportedFinding>();
        var ignored = new ArrayList<UnitAnswer.Ignored>();
        var leftOut = new ArrayList<LeftOut>();
        for (ScannedFile file : unit) {
            Optional<SourceKind> kind = SourceKind.of(file);
            if (kind.isEmpty()) continue;
            String text = SourceText.decode(tree.read(file));
            switch (ReadSource.read(kind.get(), file.path(), text)) {
                case ReadSource.Refused(LeftOut reason) -> leftOut.add(reason);
                case ReadSource.Readable readable ->
                        scan(file.path(), text, readable, findings, ignored);
            }
        }
        return new UnitAnswer(findings, ignored, leftOut);
    }

    private void scan(
            String path,
            String text,
            ReadSource.Readable readable,
            List<ReportedFinding> findings,
            List<UnitAnswer.Ignored> ignored) {
        var places = new TextPlaces(text);
        var ignores = new InlineIgnores(text, places);
        var found = new ArrayList<Found>();
        for (CodeRule rule : rules.rules()) {
            var seen = new HashSet<Integer>();
            for (Search search : rule.searches()) {
                for (Hit hit : readable.find(search)) {
                    if (seen.add(hit.line())) found.add(new Found(rule, hit));
                }
            }
        }
        found.sort(
                Comparator.comparingInt((Found one) -> one.hit().line())
                        .thenComparingInt(one -> one.hit().column())
                        .thenComparing(one -> one.rule().rule().id()));
        for (Found one : found) {
            var finding = finding(path, places, one.rule(), one.hit());
            ignores.reason(finding.ruleId(), one.hit().line())
                    .ifPresentOrElse(
                            reason -> ignored.add(new UnitAnswer.Ignored(finding, reason)),
                            () -> findings.add(finding));
        }
    }

    private record Found(CodeRule rule, Hit hit) {}

    private static ReportedFinding finding(
            String path, TextPlaces places, CodeRule coded, Hit hit) {
        var rule = coded.rule();
        String line = places.lineText(hit.line()).strip();
        boolean shown = !coded.showsSecret() && line.length() <= LONGEST_SNIPPET;
        var place =
                new CodeLocation(
                        path,
                        hit.line(),
                        hit.column(),
                        hit.endLine(),
                        hit.endColumn(),
                        shown && !line.isEmpty() ? line : null,
                        hit.symbol().isEmpty() ? null : hit.symbol());
        String review =
                coded.grade() == Grade.REVIEW
                        ? " To be looked at: this rule cannot tell from the file alone."
                        : "";
        return new ReportedFinding(
                rule.id(),
                rule.severity(),
                rule.title().en(),
                rule.title().en() + ". " + rule.mend().en() + review,
                rule.cwes(),
                List.of(place),
                List.of(),
                Map.of(),
                null,
                false);
    }
}
