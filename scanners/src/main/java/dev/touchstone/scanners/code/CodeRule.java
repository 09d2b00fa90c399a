package dev.touchstone.scanners.code;

import dev.touchstone.scanners.ScannerRule;
import java.util.List;

/**
 * A rule with what it looks for.
 *
 * @param exampleFile name that the examples of the rule go by
 * @param searches each of them alone is enough
 */
record CodeRule(ScannerRule rule, Grade grade, String exampleFile, List<Search> searches) {

    CodeRule {
        searches = List.copyOf(searches);
    }

    /** True when the reported line may show a password or a key. */
    boolean showsSecret() {
        return rule.cwes().stream().anyMatch(cwe -> cwe == 259 || cwe == 321 || cwe == 798);
    }
}
