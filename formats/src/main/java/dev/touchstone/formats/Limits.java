package dev.touchstone.formats;

/**
 * What an upload may be; more is refused before it fills disk or memory.
 *
 * @param fileBytes the largest file, packed or unpacked
 * @param members the most files in one archive
 * @param ratio how many times larger an unpacked file may be than what was packed
 * @param totalBytes all files of an archive together
 */
public record Limits(long fileBytes, int members, int ratio, long totalBytes) {
    public static final Limits DEFAULT = new Limits(100L << 20, 1_000, 100, 1L << 30);

    /** Below this size no ratio is dangerous, and short reports pack well. */
    static final long HARMLESS = 1L << 20;
}
