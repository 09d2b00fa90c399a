package dev.touchstone.engine.policy;

import dev.touchstone.contract.ScannerKind;
import dev.touchstone.contract.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a change or an artefact when it is judged. Null everywhere means "not known",
 * which is neither yes nor no, and neither zero nor empty.
 *
 * @param at the moment of judging; ages and expiries are measured against it
 * @param findings those present on the line, whoever brought them
 * @param scan what the project under test kept from being looked at or reported; null when nothing
 *     is known about it
 */
public record Facts(
        Instant at,
        @Nullable Stage stage,
        ApplicationFacts application,
        Change change,
        @Nullable List<RunFacts> runs,
        @Nullable List<FindingFacts> findings,
        List<PrecisionFacts> precision,
        List<WaiverFacts> waivers,
        @Nullable ScanFacts scan) {

    /** Absent parts of the file are unknown facts; lists that only add something are empty. */
    public Facts {
        application = application == null ? ApplicationFacts.UNKNOWN : application;
        change = change == null ? Change.UNKNOWN : change;
        runs = runs == null ? null : List.copyOf(runs);
        findings = findings == null ? null : List.copyOf(findings);
        precision = precision == null ? List.of() : List.copyOf(precision);
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
        scan = ScanFacts.UNKNOWN.equals(scan) ? null : scan;
    }

    /** Facts of which nobody knows what the project kept from the scan. */
    public Facts(
            Instant at,
            @Nullable Stage stage,
            ApplicationFacts application,
            Change change,
            @Nullable List<RunFacts> runs,
            @Nullable List<FindingFacts> findings,
            List<PrecisionFacts> precision,
            List<WaiverFacts> waivers) {
        this(at, stage, application, change, runs, findings, precision, waivers, null);
    }

    /**
     * @param tier 1 (most important) to 4
     * @param dataGrade 1 to 5
     * @param exposure INTERNET, DEDICATED_LINE or INTERNAL
     */
    public record ApplicationFacts(
            @Nullable String key,
            @Nullable Integer tier,
            @Nullable Integer dataGrade,
            @Nullable String exposure) {

        public static final ApplicationFacts UNKNOWN = new ApplicationFacts(null, null, null, null);
    }

    /**
     * @param lineKind BRANCH, RELEASE or MERGE_REQUEST
     * @param base what "new" is measured against
     */
    public record Change(
            @Nullable String line,
            @Nullable String lineKind,
            @Nullable String commit,
            @Nullable MergeBase base) {

        public static final Change UNKNOWN = new Change(null, null, null, null);
    }

    /**
     * @param commit set exactly when the state is FOUND
     */
    public record MergeBase(State state, @Nullable String commit) {

        public static final MergeBase NONE = new MergeBase(State.NO_BASE, null);

        /** Whether some ancestor was looked at by the same tool with the same rules. */
        public enum State {
            FOUND,
            NO_BASE
        }
    }

    /**
     * One look of a scanner.
     *
     * @param digest lower-case hex SHA-256 of the raw report
     */
    public record RunFacts(
            String id,
            ScannerKind kind,
            String tool,
            @Nullable String toolVersion,
            @Nullable String ruleDigest,
            @Nullable String commit,
            boolean complete,
            Instant at,
            @Nullable String digest) {}

    /**
     * One finding.
     *
     * @param rule the scanner's own id of its rule
     * @param path empty when the finding is about the whole project
     * @param line 0 when the scanner named none
     * @param isNew absent at the merge base
     */
    public record FindingFacts(
            String id,
            @Nullable String tool,
            @Nullable String rule,
            @Nullable Severity severity,
            @Nullable List<Integer> cwes,
            @Nullable String title,
            @Nullable String path,
            @Nullable Integer line,
            @Nullable Boolean isNew,
            @Nullable Integer ageDays,
            Status status) {

        public FindingFacts {
            cwes = cwes == null ? null : List.copyOf(cwes);
            status = status == null ? Status.OPEN : status;
        }

        /** What people decided about it. */
        public enum Status {
            OPEN,
            ACCEPTED,
            FALSE_POSITIVE
        }
    }

    /** How many judged hits of a scanner's rule were real. */
    public record PrecisionFacts(String tool, String rule, int truePositives, int judgements) {

        public double value() {
            return judgements == 0 ? 0 : (double) truePositives / judgements;
        }
    }

    /**
     * An exception of the organisation. It covers the finding with that id, or every hit of the
     * named policy rule; at least one of them is set, and both narrow each other.
     *
     * @param until the waiver has no effect from this moment on
     */
    public record WaiverFacts(
            String id,
            @Nullable String finding,
            @Nullable String rule,
            Instant until,
            String reason) {}

    /**
     * What the project under test, or somebody for it, kept from being looked at or reported.
     *
     * @param excludedFiles files that the settings exclude
     * @param ignoredFindings findings that a comment in the code or a setting removed
     * @param rulesChanged rules that the settings switch off or grade otherwise
     * @param settingsChanged whether the change alters the settings; the ones before it held
     */
    public record ScanFacts(
            @Nullable Integer excludedFiles,
            @Nullable Integer ignoredFindings,
            @Nullable Integer rulesChanged,
            @Nullable Boolean settingsChanged) {

        public static final ScanFacts UNKNOWN = new ScanFacts(null, null, null, null);
    }
}
