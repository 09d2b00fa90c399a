package dev.touchstone.scanners.secrets;

import dev.touchstone.contract.CodeLocation;
import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.UnitAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Turns what was found into what may be shown: every value masked, wherever it would appear. */
final class Report {

    /** Rule, place and masked form: the same after the line has moved. */
    static final String FINGERPRINT = "touchstoneSecret/v1";

    private static final int SHOWN_BEFORE = 60;

    private final FileText file;
    private final List<Found> found;
    private final Map<String, Integer> seen = new HashMap<>();

    Report(FileText file, List<Found> found) {
        this.file = file;
        this.found = found;
    }

    UnitAnswer answer() {
        var findings = new ArrayList<ReportedFinding>();
        var ignored = new ArrayList<UnitAnswer.Ignored>();
        for (Found one : found) {
            ReportedFinding finding = finding(one);
            String reason = InlineIgnore.reason(file, one);
            if (reason == null) {
                findings.add(finding);
            } else {
                ignored.add(new UnitAnswer.Ignored(finding, withoutValues(reason)));
            }
        }
        findings.sort(ORDER);
        return new UnitAnswer(findings, ignored, List.of());
    }

    static final Comparator<ReportedFinding> ORDER =
            Comparator.comparing((ReportedFinding finding) -> finding.locations().getFirst().path())
                    .thenComparing(finding -> finding.locations().getFirst().startLine())
                    .thenComparing(finding -> finding.locations().getFirst().startColumn())
                    .thenComparing(ReportedFinding::ruleId);

    private ReportedFinding finding(Found one) {
        String mask = mask(one);
        int line = file.line(one.start());
        int endOfLine = file.lineEnd(one.start());
        var place =
                new CodeLocation(
                        file.path(),
                        line,
                        file.column(one.start()),
                        line,
                        file.column(Math.min(one.end(), endOfLine)),
                        before(one) + mask);
        String name = one.name().isEmpty() ? "" : " as \"" + withoutValues(one.name()) + "\"";
        return new ReportedFinding(
                one.rule().id(),
                one.rule().severity(),
                one.rule().title().en(),
                one.rule().title().en() + name + ": " + mask,
                one.rule().cwes(),
                List.of(place),
                List.of(),
                Map.of(FINGERPRINT, fingerprint(one, mask)),
                null,
                false);
    }

    private String mask(Found one) {
        return Mask.of(value(one));
    }

    private String value(Found one) {
        return file.text().substring(one.start(), one.end());
    }

    private String before(Found one) {
        int from = Math.max(file.lineStart(one.start()), one.start() - SHOWN_BEFORE);
        for (Found other : found) {
            if (other.start() < one.start() && other.end() > from) {
                from = Math.min(one.start(), other.end());
            }
        }
        return withoutValues(file.text().substring(from, one.start()).stripLeading());
    }

    private String withoutValues(String text) {
        String clean = text;
        for (Found one : found) {
            String value = value(one);
            if (value.length() > 2 && clean.contains(value)) {
                clean = clean.replace(value, Mask.of(value));
            }
        }
        return clean;
    }

    private String fingerprint(Found one, String mask) {
        String place = one.rule().id() + "\0" + file.path() + "\0" + one.name() + "\0" + mask;
        int count = seen.merge(place, 1, Integer::sum);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((place + "\0" + count).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
