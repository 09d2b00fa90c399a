package dev.touchstone.scanners.secrets;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.secrets.HistoryAnswer.Historic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the many versions of a file together: one finding for each secret in each file. */
final class HistoryFindings {

    private static final String FINGERPRINT = "touchstoneSecretInHistory/v1";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Rule and value of what the newest commit has, in whichever file. */
    private final Map<String, Boolean> newest = new LinkedHashMap<>();

    private record Entry(ReportedFinding finding, String commit, String secret) {}

    void add(SecretScanner scanner, String path, byte[] bytes, String commit, boolean isNewest) {
        FileText text = FileText.of(path, bytes);
        if (text == null) {
            return;
        }
        List<Found> found = scanner.find(text);
        if (found.isEmpty()) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Found one : found) {
            values.put(
                    one.rule().id()
                            + "\n"
                            + text.line(one.start())
                            + "\n"
                            + text.column(one.start()),
                    text.text().substring(one.start(), one.end()));
        }
        for (ReportedFinding finding : new Report(text, found).answer().findings()) {
            var at = finding.locations().getFirst();
            String value =
                    values.getOrDefault(
                            finding.ruleId() + "\n" + at.startLine() + "\n" + at.startColumn(), "");
            String secret = finding.ruleId() + "\n" + value;
            entries.putIfAbsent(path + "\n" + secret, new Entry(finding, commit, secret));
            if (isNewest) {
                newest.put(secret, true);
            }
        }
    }

    List<Historic> sorted() {
        var historic = new ArrayList<Historic>();
        for (Entry entry : entries.values()) {
            boolean inNewest = newest.containsKey(entry.secret());
            historic.add(new Historic(told(entry, inNewest), entry.commit(), inNewest));
        }
        historic.sort(
                Comparator.comparing(Historic::finding, Report.ORDER)
                        .thenComparing(Historic::firstCommit));
        return historic;
    }

    private static ReportedFinding told(Entry entry, boolean inNewest) {
        ReportedFinding finding = entry.finding();
        String when =
                "; first in commit "
                        + entry.commit().substring(0, 12)
                        + (inNewest
                                ? ", and the newest commit still has it"
                                : ", and no longer in the newest commit");
        var fingerprints = new TreeMap<String, String>();
        finding.fingerprints()
                .values()
                .forEach(
                        print ->
                                fingerprints.put(
                                        FINGERPRINT,
                                        print + "-" + entry.commit().substring(0, 12)));
        return new ReportedFinding(
                finding.ruleId(),
                finding.severity(),
                finding.title(),
                finding.message() + when,
                finding.cwes(),
                finding.locations(),
                finding.flow(),
                fingerprints,
                finding.helpUri(),
                finding.suppressed());
    }
}
