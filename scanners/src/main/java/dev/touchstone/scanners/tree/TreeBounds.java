package dev.touchstone.scanners.tree;

/**
 * How much of a tree is looked at.
 *
 * @param largestFile in bytes
 * @param largestArchive in bytes, for jar, war, ear and zip
 * @param mostFiles files beyond these, in the order of paths, are left out
 */
public record TreeBounds(long largestFile, long largestArchive, int mostFiles) {

    private static final long MEGABYTE = 1_000_000;

    public static final TreeBounds DEFAULT = new TreeBounds(10 * MEGABYTE, 300 * MEGABYTE, 200_000);

    long largest(String path) {
        return isArchive(path) ? largestArchive : largestFile;
    }

    static boolean isArchive(String path) {
        return path.endsWith(".jar")
                || path.endsWith(".war")
                || path.endsWith(".ear")
                || path.endsWith(".zip");
    }
}
