package dev.touchstone.cli.scan;

import dev.touchstone.cli.Terminal;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which scans keep what they know: one person's, outside of every scanned tree. What
 * was damaged or cannot be written is as if it were not there.
 */
final class CacheFolder {

    /** More than this is not kept: what was used least lately goes. */
    private static final long LARGEST = 500_000_000;

    private static final int DIGEST = 32;

    private final @Nullable Path folder;

    private CacheFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    static CacheFolder none() {
        return new CacheFolder(null);
    }

    /** No folder when it would lie in the scanned tree, or others could write into it. */
    static CacheFolder of(Terminal terminal, Path root) {
        var xdg = terminal.environment("XDG_CACHE_HOME", "");
        var home = terminal.environment("HOME", "");
        if (xdg.isEmpty() && home.isEmpty()) {
            return none();
        }
        var base = xdg.isEmpty() ? Path.of(home, ".cache") : Path.of(xdg);
        var folder = base.resolve("touchstone").resolve("scan").toAbsolutePath().normalize();
        try {
            if (folder.startsWith(root.toRealPath()) || folder.startsWith(root)) {
                return none();
            }
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            if (folder.toRealPath().startsWith(root.toRealPath())) {
                return none();
            }
            return new CacheFolder(folder);
        } catch (IOException | UnsupportedOperationException closed) {
            return none();
        }
    }

    boolean isThere() {
        return folder != null;
    }

    /** Null when there is nothing of this name, or not what was written. */
    byte @Nullable [] read(String name) {
        if (folder == null) {
            return null;
        }
        var file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > LARGEST) {
                return null;
            }
            var whole = Files.readAllBytes(file);
            if (whole.length < DIGEST) {
                return null;
            }
            var content = Arrays.copyOfRange(whole, DIGEST, whole.length);
            var digest = ContentDigests.sha256().digest(content);
            if (!MessageDigest.isEqual(digest, Arrays.copyOf(whole, DIGEST))) {
                return null;
            }
            return content;
        } catch (IOException unreadable) {
            return null;
        }
    }

    void write(String name, byte[] content) {
        if (folder == null || content.length > LARGEST / 2) {
            return;
        }
        try {
            var fresh = Files.createTempFile(folder, "new-", "");
            try (var out = Files.newOutputStream(fresh)) {
                out.write(ContentDigests.sha256().digest(content));
                out.write(content);
            }
            move(fresh, folder.resolve(name));
        } catch (IOException full) {
            // A scan without a memory is slower, and right all the same.
        }
    }

    /** Makes room; called at the end of a scan. */
    void tidy() {
        if (folder == null) {
            return;
        }
        try {
            var size = 0L;
            for (var file : newestFirst(folder)) {
                size += Files.size(file);
                if (size > LARGEST) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException gone) {
            // Another scan tidies at the same time.
        }
    }

    private static List<Path> newestFirst(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing(CacheFolder::age).reversed())
                    .toList();
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException other) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
