package dev.touchstone.server.delivery.runs;

import dev.touchstone.contract.ScannerKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look at a code line by one tool.
 *
 * @param number in the application; together with its key the visible id {@code MBANK-R-12}
 * @param seriesId the looks that can be compared: same line, tool and scope
 * @param ruleDigest two runs with the same digest could have seen the same
 * @param history true when it came after a run of a later commit and so changed nothing
 * @param scope canonical JSON of what it could have seen; {@code {}} for all
 * @param reportNumber of the report that it was read from
 * @param baseRun number of the run that a merge request's findings are the difference to; null when
 *     the run stands for itself
 */
public record Run(
        long applicationId,
        long number,
        Line line,
        long seriesId,
        String commit,
        String tool,
        @Nullable String toolVersion,
        String ruleDigest,
        ScannerKind kind,
        boolean complete,
        boolean history,
        String scope,
        long reportNumber,
        @Nullable Long baseRun,
        Instant startedAt,
        Instant mergedAt,
        Delta counts) {}
