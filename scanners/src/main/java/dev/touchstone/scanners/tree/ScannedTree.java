package dev.touchstone.scanners.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The regular files below a folder, in the order of their paths. */
public interface ScannedTree {

    /** Absolute and normalised. */
    Path root();

    List<ScannedFile> files();

    /** What lies in the tree and is not among the files. */
    List<LeftOut> leftOut();

    /**
     * The whole content; follows no link, not even one that was put in the file's place since.
     *
     * @throws IOException when it is gone, unreadable, or larger than the tree's largest file
     */
    byte[] read(ScannedFile file) throws IOException;
}
