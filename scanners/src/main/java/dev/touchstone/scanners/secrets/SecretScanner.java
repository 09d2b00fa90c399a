package dev.touchstone.scanners.secrets;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.contract.ScannerKind;
import dev.touchstone.scanners.ScannerRule;
import dev.touchstone.scanners.TreeScanner;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds credentials in the files of a tree, one file at a time; what it reports never holds a value
 * whole.
 */
public final class SecretScanner implements TreeScanner {

    private static final int LARGEST = 50 * 1024 * 1024;

    private final Rules rules;

    public SecretScanner() {
        this.rules = Rules.shipped();
    }

    @Override
    public ScannerKind kind() {
        return ScannerKind.SECRETS;
    }

    @Override
    public String name() {
        return "Touchstone secrets";
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
        return rules.texts();
    }

    @Override
    public List<List<ScannedFile>> units(ScannedTree tree) {
        return tree.files().stream()
                .filter(file -> file.size() > 0 && file.size() <= LARGEST)
                .map(List::of)
                .toList();
    }

    @Override
    public UnitAnswer scan(ScannedTree tree, List<ScannedFile> unit) throws IOException {
        var findings = new ArrayList<ReportedFinding>();
        var ignored = new ArrayList<UnitAnswer.Ignored>();
        for (ScannedFile file : unit) {
            UnitAnswer answer = scan(file.path(), tree.read(file));
            findings.addAll(answer.findings());
            ignored.addAll(answer.ignored());
        }
        return new UnitAnswer(findings, ignored, List.of());
    }

    UnitAnswer scan(String path, byte[] bytes) {
        FileText file = FileText.of(path, bytes);
        if (file == null) {
            return keyStore(path, bytes);
        }
        List<Found> found = find(file);
        return found.isEmpty() ? UnitAnswer.NOTHING : new Report(file, found).answer();
    }

    List<Found> find(FileText file) {
        return new FileScan(rules, file, Place.of(file.path())).run();
    }

    private UnitAnswer keyStore(String path, byte[] bytes) {
        String id = KeyStores.ruleOf(path, bytes);
        if (id == null) {
            return UnitAnswer.NOTHING;
        }
        ScannerRule rule = rules.byId(id).text();
        var finding =
                new ReportedFinding(
                        rule.id(),
                        rule.severity(),
                        rule.title().en(),
                        rule.title().en() + ": " + bytes.length + " bytes",
                        rule.cwes(),
                        List.of(CodeLocation.ofLine(path, 1)),
                        List.of(),
                        Map.of(),
                        null,
                        false);
        return new UnitAnswer(List.of(finding), List.of(), List.of());
    }
}
