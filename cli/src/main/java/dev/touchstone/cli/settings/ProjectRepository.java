package dev.touchstone.cli.settings;

import dev.touchstone.scanners.secrets.WithoutUserSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * The git repository that a folder lies in, read in this process: no program of git runs, so no
 * hook, filter or alias of the repository does either.
 */
public final class ProjectRepository implements AutoCloseable {

    private static final int LARGEST_TEXT = 1_000_000;

    private final Repository repository;
    private final Path folder;

    private ProjectRepository(Repository repository, Path folder) {
        this.repository = repository;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Empty where there is no repository, or none that can be read. */
    public static Optional<ProjectRepository> around(Path folder) {
        WithoutUserSettings.install();
        var builder = new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProjectRepository(builder.build(), folder));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    public Optional<String> head() {
        return commit("HEAD");
    }

    /** The full id of what a name means. */
    public Optional<String> commit(String name) {
        try {
            var id = repository.resolve(name + "^{commit}");
            return Optional.ofNullable(id).map(ObjectId::getName);
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    /** Names and ids of all refs, and of HEAD: what decides which commits there are. */
    public String refs() throws IOException {
        return repository.getRefDatabase().getRefs().stream()
                .map(ref -> ref.getName() + " " + ref.getObjectId())
                .sorted()
                .collect(Collectors.joining("\n", head().orElse("") + "\n", ""));
    }

    public Optional<String> firstParent(String commit) {
        return commit(commit + "^1");
    }

    /** The nearest commit that both came from. */
    public Optional<String> mergeBase(String one, String other) {
        try (var walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
            return Optional.ofNullable(walk.next()).map(RevCommit::getName);
        } catch (IOException | RuntimeException cutOff) {
            return Optional.empty();
        }
    }

    /** Text of a file of the scanned folder, as a commit has it; null when it had none. */
    public @Nullable String textAt(String commit, String name) throws IOException {
        var path = inRepository(name);
        try (var walk = new RevWalk(repository)) {
            var tree = walk.parseCommit(ObjectId.fromString(commit)).getTree();
            try (var found = TreeWalk.forPath(repository, path, tree)) {
                if (found == null) {
                    return null;
                }
                var bytes = repository.open(found.getObjectId(0)).getBytes(LARGEST_TEXT);
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (MissingObjectException cutOff) {
            throw new IOException("the commit " + commit + " is not in this clone", cutOff);
        }
    }

    /** For what reads blobs itself. */
    public Repository repository() {
        return repository;
    }

    /** Path of the scanned folder below the work tree, with a slash at its end; or empty. */
    public String prefix() {
        var whole = inRepository("x");
        return whole.substring(0, whole.length() - 1);
    }

    private String inRepository(String name) {
        if (repository.isBare()) {
            return name;
        }
        var root = repository.getWorkTree().toPath().toAbsolutePath().normalize();
        return folder.startsWith(root)
                ? root.relativize(folder.resolve(name)).toString().replace('\\', '/')
                : name;
    }

    @Override
    public void close() {
        repository.close();
    }
}
