package dev.touchstone.scanners.tree;

/**
 * A regular file of a scanned tree.
 *
 * @param path relative to the root, with forward slashes
 * @param size in bytes, when the tree was walked
 */
public record ScannedFile(String path, long size) implements Comparable<ScannedFile> {

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(ScannedFile other) {
        return path.compareTo(other.path);
    }
}
