package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private folder for one scan.
 *
 * <p>Where root started the scan, the folder stays root's: the child may read it and write in one
 * corner only. So no step that root takes depends on a path that the child's account could swap for
 * a link.
 */
final class ScanFolder implements AutoCloseable {

    private static final Duration CLEARING = Duration.ofMinutes(1);

    private final Path folder;
    private final Path corner;
    private final @Nullable GroupPrincipal group;
    private int copies;

    private ScanFolder(Path folder, @Nullable GroupPrincipal group) throws IOException {
        this.folder = folder;
        this.group = group;
        this.corner = folder.resolve("work");
        open(folder);
        Files.createDirectory(
                corner,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (group != null) {
            Files.setOwner(
                    corner,
                    corner.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(OtherAccount.NAME));
        }
    }

    static ScanFolder make() throws IOException {
        var folder = Files.createTempDirectory("touchstone-scan-");
        return new ScanFolder(
                folder,
                OtherAccount.isNeeded()
                        ? folder.getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByGroupName(OtherAccount.NAME)
                        : null);
    }

    /** Where the child may write. */
    Path corner() {
        return corner;
    }

    /** The path itself when the child can read it, else a copy in this folder. */
    Path readable(Path path) throws IOException {
        if (group == null || isOpen(path)) {
            return path;
        }
        var place = Files.createDirectory(folder.resolve("in-" + copies++));
        open(place);
        var copy = place.resolve(path.getFileName().toString());
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) throws IOException {
                        var target = copy.resolve(path.relativize(directory).toString());
                        Files.createDirectory(target);
                        open(target);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()) {
                            var target = copy.resolve(path.relativize(file).toString());
                            Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
                            open(target);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return copy;
    }

    @Override
    public void close() throws IOException {
        clearCorner();
        try (var tree = Files.walk(folder)) {
            for (var each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The corner is cleared by the account that filled it. */
    private void clearCorner() throws IOException {
        if (group == null) {
            return;
        }
        var log = folder.resolve("clearing.log");
        try {
            ChildProcess.run(
                    OtherAccount.command(
                            List.of("find", corner.toString(), "-mindepth", "1", "-delete")),
                    folder,
                    log,
                    CLEARING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while clearing " + corner, interrupted);
        }
    }

    /** Readable for the account and for nobody else; writable for this process alone. */
    private void open(Path path) throws IOException {
        if (group == null) {
            return;
        }
        var view =
                Files.getFileAttributeView(
                        path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        view.setGroup(group);
        Files.setPosixFilePermissions(
                path,
                PosixFilePermissions.fromString(
                        Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----"));
    }

    private static boolean isOpen(Path path) throws IOException {
        var real = path.toRealPath();
        for (var folder = real.getParent(); folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder)
                    .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        if (!Files.isDirectory(real)) {
            return isReadable(real);
        }
        try (var tree = Files.walk(real)) {
            for (var each : (Iterable<Path>) tree::iterator) {
                if (!Files.isSymbolicLink(each) && !isReadable(each)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isReadable(Path path) throws IOException {
        var granted = Files.getPosixFilePermissions(path);
        return granted.contains(PosixFilePermission.OTHERS_READ)
                && (!Files.isDirectory(path)
                        || granted.contains(PosixFilePermission.OTHERS_EXECUTE));
    }
}
