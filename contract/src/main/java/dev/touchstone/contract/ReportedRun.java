package dev.touchstone.contract;

import org.jspecify.annotations.Nullable;

/**
 * What a report says about the run that made it.
 *
 * @param tool name of the scanner, for example {@code SpotBugs}
 * @param toolVersion as the report gives it
 * @param ruleDigest SHA-256 (hex) over the sorted rule ids and versions that the report declares;
 *     tells whether two runs could have seen the same. Of a report that lists only the rules that
 *     hit, only the names and versions of the scanner's parts count
 * @param complete false when the report itself says that the run failed or saw only a part
 */
public record ReportedRun(
        String tool, @Nullable String toolVersion, String ruleDigest, boolean complete) {}
