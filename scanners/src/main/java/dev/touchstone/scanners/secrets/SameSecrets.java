package dev.touchstone.scanners.secrets;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells which findings are one secret in several places. The files that have findings are read once
 * more, since an answer that was kept holds no values.
 */
public final class SameSecrets {

    /**
     * Under this name a finding carries the number of its secret within this scan. The number says
     * nothing about the secret and is no identity across scans.
     */
    public static final String MARK = "touchstone/sameSecret";

    private final SecretScanner scanner;
    private final SecretKey key;

    public SameSecrets(SecretScanner scanner, SecretKey key) {
        this.scanner = scanner;
        this.key = key;
    }

    /**
     * The same findings in the same order, with the number of their secret; those of a file that
     * has changed since stay as they are.
     */
    public List<ReportedFinding> mark(ScannedTree tree, List<ReportedFinding> findings) {
        Map<String, String> macs = macs(tree, findings);
        var numbers = new LinkedHashMap<String, Integer>();
        var marked = new ArrayList<ReportedFinding>();
        for (ReportedFinding finding : findings) {
            String mac = macs.get(place(finding));
            if (mac == null) {
                marked.add(finding);
                continue;
            }
            numbers.putIfAbsent(mac, numbers.size() + 1);
            marked.add(withMark(finding, String.valueOf(numbers.get(mac))));
        }
        return List.copyOf(marked);
    }

    /** What the scanner's value at each place becomes under the key. */
    private Map<String, String> macs(ScannedTree tree, List<ReportedFinding> findings) {
        Set<String> paths =
                findings.stream()
                        .map(finding -> finding.locations().getFirst().path())
                        .collect(Collectors.toSet());
        var macs = new HashMap<String, String>();
        for (ScannedFile file : tree.files()) {
            if (paths.contains(file.path())) {
                macs.putAll(macs(tree, file));
            }
        }
        return macs;
    }

    private Map<String, String> macs(ScannedTree tree, ScannedFile file) {
        var macs = new HashMap<String, String>();
        try {
            FileText text = FileText.of(file.path(), tree.read(file));
            if (text == null) {
                return macs;
            }
            for (Found found : scanner.find(text)) {
                String value = text.text().substring(found.start(), found.end());
                macs.put(
                        found.rule().id()
                                + "\n"
                                + file.path()
                                + "\n"
                                + text.line(found.start())
                                + "\n"
                                + text.column(found.start()),
                        HexFormat.of().formatHex(key.mac(value.strip())));
            }
        } catch (IOException e) {
            return Map.of();
        }
        return macs;
    }

    private static String place(ReportedFinding finding) {
        CodeLocation at = finding.locations().getFirst();
        return finding.ruleId()
                + "\n"
                + at.path()
                + "\n"
                + at.startLine()
                + "\n"
                + at.startColumn();
    }

    private static ReportedFinding withMark(ReportedFinding finding, String number) {
        var fingerprints = new TreeMap<>(finding.fingerprints());
        fingerprints.put(MARK, number);
        return new ReportedFinding(
                finding.ruleId(),
                finding.severity(),
                finding.title(),
                finding.message(),
                finding.cwes(),
                finding.locations(),
                finding.flow(),
                fingerprints,
                finding.helpUri(),
                finding.suppressed());
    }
}
