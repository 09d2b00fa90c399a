package dev.touchstone.scanners.bills;

/**
 * How much of an archive is looked at; what is beyond is left out and said.
 *
 * @param depth of archives in archives; the outermost counts
 * @param entries of all archives in one file together
 * @param unpackedBytes of all that is unpacked of one file
 * @param innerBytes of one archive inside another
 * @param ratio how many times larger an entry may be than it is packed
 */
public record ArchiveLimits(int depth, int entries, long unpackedBytes, int innerBytes, int ratio) {
    public static final ArchiveLimits DEFAULT =
            new ArchiveLimits(4, 300_000, 1L << 30, 128 << 20, 200);

    /** Small entries may pack as tightly as they like. */
    static final int HARMLESS = 1 << 20;
}
