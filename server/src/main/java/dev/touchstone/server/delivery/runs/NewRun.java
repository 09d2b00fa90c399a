package dev.touchstone.server.delivery.runs;

import dev.touchstone.contract.ScannerKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that begins.
 *
 * @param scope canonical JSON; {@code {}} for all
 */
public record NewRun(
        Line line,
        String commit,
        String tool,
        @Nullable String toolVersion,
        String ruleDigest,
        ScannerKind kind,
        boolean complete,
        String scope,
        long reportNumber,
        Instant startedAt) {}
