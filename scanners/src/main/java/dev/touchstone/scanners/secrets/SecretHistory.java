package dev.touchstone.scanners.secrets;

import dev.touchstone.scanners.tree.LeftOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Looks through each different content that a branch, tag or other ref of a repository can reach,
 * once. No program runs, and nothing outside the repository's own store is read.
 */
public final class SecretHistory {

    /** How much is looked at. */
    public record Bounds(int commits, int blobs, int bytesPerBlob) {

        public static final Bounds USUAL = new Bounds(100_000, 1_000_000, 5_000_000);
    }

    private final SecretScanner scanner;
    private final Bounds bounds;

    public SecretHistory(SecretScanner scanner, Bounds bounds) {
        this.scanner = scanner;
        this.bounds = bounds;
    }

    /** Nothing when the folder itself is no repository. */
    public HistoryAnswer scan(Path root) throws IOException {
        if (!RepositoryCheck.exists(root)) {
            return new HistoryAnswer(List.of(), List.of(), 0, 0);
        }
        String refusal = RepositoryCheck.refusal(root);
        if (refusal != null) {
            return refused(refusal);
        }
        WithoutUserSettings.install();
        try (Repository repository =
                new FileRepositoryBuilder()
                        .setGitDir(root.resolve(".git").toFile())
                        .setMustExist(true)
                        .build()) {
            return new Walk(repository, RepositoryCheck.isShallow(root)).run();
        } catch (IOException | RuntimeException e) {
            return refused("the repository cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static HistoryAnswer refused(String why) {
        return new HistoryAnswer(
                List.of(),
                List.of(new LeftOut(".git/", LeftOut.Reason.OTHER_REPOSITORY, why)),
                0,
                0);
    }

    /** One pass from the oldest commit to the newest. */
    private final class Walk {

        private final Repository repository;
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final Set<ObjectId> seen = new HashSet<>();
        private final HistoryFindings findings = new HistoryFindings();
        private int commits;
        private int missing;

        Walk(Repository repository, boolean shallow) {
            this.repository = repository;
            if (shallow) {
                leftOut.add(
                        new LeftOut(
                                ".git/shallow",
                                LeftOut.Reason.TOO_MANY,
                                "the clone is shallow: older commits are not here; run git fetch --unshallow"));
            }
        }

        HistoryAnswer run() throws IOException {
            try (ObjectReader reader = repository.newObjectReader();
                    RevWalk walk = new RevWalk(reader)) {
                List<RevCommit> order = order(walk);
                Set<ObjectId> newest = newest(reader, walk);
                for (RevCommit commit : order) {
                    commits++;
                    blobsOf(commit, walk, reader, newest);
                }
            }
            if (missing > 0) {
                leftOut.add(
                        new LeftOut(
                                ".git/objects/",
                                LeftOut.Reason.UNREADABLE,
                                missing + " objects are missing"));
            }
            return new HistoryAnswer(findings.sorted(), leftOut, commits, seen.size());
        }

        private List<RevCommit> order(RevWalk walk) throws IOException {
            List<Ref> refs = new ArrayList<>(repository.getRefDatabase().getRefs());
            refs.sort(Comparator.comparing(Ref::getName));
            for (Ref ref : refs) {
                start(walk, ref.getObjectId());
            }
            start(walk, repository.resolve(Constants.HEAD));
            walk.sort(RevSort.TOPO);
            walk.sort(RevSort.COMMIT_TIME_DESC, true);
            var order = new ArrayList<RevCommit>();
            try {
                for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                    if (order.size() == bounds.commits()) {
                        leftOut.add(
                                new LeftOut(
                                        ".git/",
                                        LeftOut.Reason.TOO_MANY,
                                        "only the newest "
                                                + bounds.commits()
                                                + " commits were looked at"));
                        break;
                    }
                    order.add(commit);
                }
            } catch (MissingObjectException e) {
                missing++;
            }
            return order.reversed();
        }

        private void start(RevWalk walk, @Nullable AnyObjectId id) throws IOException {
            try {
                if (id != null && walk.peel(walk.parseAny(id)) instanceof RevCommit commit) {
                    walk.markStart(commit);
                }
            } catch (MissingObjectException e) {
                missing++;
            }
        }

        /** Contents of the newest commit. */
        private Set<ObjectId> newest(ObjectReader reader, RevWalk walk) throws IOException {
            var newest = new HashSet<ObjectId>();
            ObjectId head = repository.resolve(Constants.HEAD + "^{tree}");
            if (head == null) {
                return newest;
            }
            try (TreeWalk tree = new TreeWalk(reader)) {
                tree.addTree(head);
                tree.setRecursive(true);
                while (tree.next()) {
                    newest.add(tree.getObjectId(0));
                }
            } catch (MissingObjectException e) {
                missing++;
            }
            return newest;
        }

        private void blobsOf(
                RevCommit commit, RevWalk walk, ObjectReader reader, Set<ObjectId> newest)
                throws IOException {
            try (TreeWalk tree = new TreeWalk(reader)) {
                tree.addTree(commit.getTree());
                if (commits == 1 || commit.getParentCount() == 0) {
                    tree.addTree(new EmptyTreeIterator());
                } else {
                    RevCommit parent = walk.parseCommit(commit.getParent(0));
                    tree.addTree(parent.getTree());
                }
                tree.setFilter(TreeFilter.ANY_DIFF);
                tree.setRecursive(true);
                while (tree.next()) {
                    FileMode mode = tree.getFileMode(0);
                    boolean file =
                            mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
                    if (file && seen.size() < bounds.blobs() && seen.add(tree.getObjectId(0))) {
                        blob(tree.getPathString(), tree.getObjectId(0), commit, reader, newest);
                    }
                }
            } catch (MissingObjectException e) {
                missing++;
            }
        }

        private void blob(
                String path,
                ObjectId id,
                RevCommit commit,
                ObjectReader reader,
                Set<ObjectId> newest)
                throws IOException {
            try {
                var loader = reader.open(id, Constants.OBJ_BLOB);
                if (loader.getSize() > bounds.bytesPerBlob()) {
                    leftOut.add(
                            new LeftOut(
                                    path,
                                    LeftOut.Reason.TOO_LARGE,
                                    loader.getSize() + " bytes in commit " + commit.getName()));
                    return;
                }
                findings.add(
                        scanner,
                        path,
                        loader.getCachedBytes(bounds.bytesPerBlob()),
                        commit.getName(),
                        newest.contains(id));
            } catch (MissingObjectException | LargeObjectException e) {
                missing++;
            }
        }
    }
}
