package dev.touchstone.cli;

import dev.touchstone.contract.ReportedFinding;

/** Findings as lines for people. */
public final class Lines {

    private Lines() {}

    public static String of(Terminal terminal, ReportedFinding finding) {
        var place = finding.primaryLocation();
        return "%s  %s  %s  %s"
                .formatted(
                        terminal.text("severity." + finding.severity()),
                        plain(finding.ruleId()),
                        place == null ? "-" : plain(place.display()),
                        plain(finding.title()));
    }

    /** Text of a scanner without what a terminal would act on. */
    public static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
