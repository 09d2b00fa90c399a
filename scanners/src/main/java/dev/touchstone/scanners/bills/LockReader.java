package dev.touchstone.scanners.bills;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of file that names packages. What it says depends on nothing but the paths and the
 * contents that it is given, so that an answer can be kept and used again.
 */
public interface LockReader {

    /** Whether a file of this path, relative to the root, is one of its kind. */
    boolean reads(String path);

    /** Names of files in the same folder that it looks into where they are there. */
    default List<String> beside() {
        return List.of();
    }

    /** The name of files in folders below that it looks into too: manifests of members. */
    default @Nullable String below() {
        return null;
    }

    /**
     * What the file names.
     *
     * @throws MalformedLock when it is not what its name says
     */
    Locked read(LockFile file) throws MalformedLock;
}
