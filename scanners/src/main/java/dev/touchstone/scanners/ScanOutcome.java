package dev.touchstone.scanners;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What came of a scan. */
public sealed interface ScanOutcome {

    /**
     * @param complete false when a part of the code was not looked at
     * @param notices what a reader of the report should know
     */
    record Scanned(Path report, boolean complete, List<Notice> notices, Duration took)
            implements ScanOutcome {
        public Scanned {
            notices = List.copyOf(notices);
        }
    }

    /** Nothing was looked at, and nothing is claimed. */
    record NotRun(Readiness.Cause cause, String detail) implements ScanOutcome {}

    /**
     * @param log what the scanner wrote to its standard error
     */
    record Failed(Failure failure, String detail, Path log) implements ScanOutcome {}

    /** How a scanner can fail. */
    enum Failure {
        TIMEOUT,
        OUT_OF_MEMORY,
        CRASH,
        NO_REPORT
    }

    /** Something short of failure. */
    record Notice(Kind kind, String detail) {
        /** What it is about. */
        public enum Kind {
            MODULE_NOT_COMPILED,
            CLASSES_OLDER_THAN_SOURCES,
            MISSING_CLASSES,
            ANALYSIS_ERROR,
            SOURCE_NOT_FOUND
        }
    }
}
