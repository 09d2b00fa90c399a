package dev.touchstone.cli.hook;

import dev.touchstone.cli.settings.ProjectRepository;
import dev.touchstone.scanners.tree.Exclusions;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.LeftOut.Reason;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What is staged and differs from the newest commit, as the index has it. */
final class StagedTree {

    private static final long LARGEST = 10_000_000;
    private static final int MOST = 20_000;

    private StagedTree() {}

    static TreeInMemory of(ProjectRepository project, Path root, Exclusions exclusions)
            throws IOException {
        var repository = project.repository();
        var contents = new TreeMap<String, byte[]>();
        var leftOut = new ArrayList<LeftOut>();
        var index = repository.readDirCache();
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(newest(repository));
            walk.addTree(new DirCacheIterator(index));
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                var mode = walk.getFileMode(1);
                if (mode == FileMode.MISSING) {
                    continue;
                }
                var path = walk.getPathString();
                if (mode != FileMode.REGULAR_FILE && mode != FileMode.EXECUTABLE_FILE) {
                    leftOut.add(new LeftOut(path, reason(mode), ""));
                    continue;
                }
                var reason = exclusions.reason(path);
                if (reason.isPresent()) {
                    leftOut.add(new LeftOut(path, Reason.EXCLUDED, reason.get()));
                } else if (contents.size() >= MOST) {
                    leftOut.add(new LeftOut(path, Reason.TOO_MANY, ""));
                } else {
                    take(repository, walk.getObjectId(1), path, contents, leftOut);
                }
            }
        }
        return new TreeInMemory(root, contents, leftOut);
    }

    private static void take(
            Repository repository,
            ObjectId id,
            String path,
            TreeMap<String, byte[]> contents,
            ArrayList<LeftOut> leftOut)
            throws IOException {
        var object = repository.open(id, Constants.OBJ_BLOB);
        if (object.getSize() > LARGEST) {
            leftOut.add(new LeftOut(path, Reason.TOO_LARGE, object.getSize() + " bytes"));
        } else {
            contents.put(path, object.getBytes((int) LARGEST));
        }
    }

    private static Reason reason(FileMode mode) {
        if (mode == FileMode.SYMLINK) {
            return Reason.LINK;
        }
        return mode == FileMode.GITLINK ? Reason.OTHER_REPOSITORY : Reason.NOT_A_FILE;
    }

    /** The tree of HEAD; nothing before the first commit. */
    private static AbstractTreeIterator newest(Repository repository) throws IOException {
        var head = repository.resolve(Constants.HEAD);
        if (head == null) {
            return new EmptyTreeIterator();
        }
        try (var walk = new RevWalk(repository);
                var reader = repository.newObjectReader()) {
            return new CanonicalTreeParser(null, reader, walk.parseCommit(head).getTree());
        }
    }
}
