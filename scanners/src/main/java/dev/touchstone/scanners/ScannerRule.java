package dev.touchstone.scanners;

import dev.touchstone.contract.Severity;
import dev.touchstone.engine.policy.Text;
import java.util.List;

/**
 * What a rule of an embedded scanner tells people.
 *
 * @param id for example {@code DOCKER-001}
 * @param cwes numbers of the weakness classes, ascending
 * @param references for example {@code CIS Docker 4.1}
 * @param title one line
 * @param why why it matters
 * @param mend how to mend it
 * @param faulty a smallest example that the rule reports
 * @param mended the same example, mended
 */
public record ScannerRule(
        String id,
        Severity severity,
        List<Integer> cwes,
        List<String> references,
        Text title,
        Text why,
        Text mend,
        String faulty,
        String mended) {

    public ScannerRule {
        cwes = List.copyOf(cwes);
        references = List.copyOf(references);
    }
}
