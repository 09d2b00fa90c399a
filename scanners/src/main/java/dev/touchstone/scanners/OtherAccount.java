package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the child process runs as. What reads code of others never runs as uid 0: started by root, it
 * steps down to the account {@code touchstone} and gets copies of what that account cannot read.
 */
final class OtherAccount {

    static final String NAME = "touchstone";
    private static final Path HOME = Path.of("/var/lib/touchstone");

    private final @Nullable UserPrincipal account;

    private OtherAccount(@Nullable UserPrincipal account) {
        this.account = account;
    }

    /** The account to use; one that needs none when this process is not root. */
    static OtherAccount find() throws IOException {
        return new OtherAccount(isRoot() ? lookUp() : null);
    }

    static boolean isMissing() {
        try {
            if (isRoot()) {
                lookUp();
            }
            return false;
        } catch (IOException absent) {
            return true;
        }
    }

    /** A private folder that the child can read and write. */
    Path makeFolder() throws IOException {
        if (account == null) {
            return Files.createTempDirectory("touchstone-scan-");
        }
        var scans = HOME.resolve("scans");
        Files.createDirectories(scans);
        give(HOME);
        give(scans);
        var folder = Files.createTempDirectory(scans, "scan-");
        give(folder);
        return folder;
    }

    /** The path itself when the child can read it, else a copy in the folder. */
    Path readable(Path path, Path folder) throws IOException {
        if (account == null || isOpen(path)) {
            return path;
        }
        var place = Files.createTempDirectory(folder, "in-");
        give(place);
        var copy = place.resolve(path.getFileName().toString());
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) throws IOException {
                        var target = copy.resolve(path.relativize(directory).toString());
                        Files.createDirectory(target);
                        give(target);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()) {
                            var target = copy.resolve(path.relativize(file).toString());
                            Files.copy(file, target);
                            Files.setOwner(target, java.util.Objects.requireNonNull(account));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return copy;
    }

    /** The command, run as the account. */
    List<String> command(List<String> command) throws IOException {
        if (account == null) {
            return command;
        }
        var stepped =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid",
                                NAME,
                                "--regid",
                                NAME,
                                "--clear-groups",
                                "--no-new-privs",
                                "--inh-caps=-all",
                                "--bounding-set=-all"));
        stepped.addAll(command);
        return stepped;
    }

    private void give(Path folder) throws IOException {
        if (account != null) {
            Files.setOwner(folder, account);
            if (!folder.equals(HOME)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
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
            return Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_READ);
        }
        try (var tree = Files.walk(real)) {
            for (var each : (Iterable<Path>) tree::iterator) {
                if (!Files.isSymbolicLink(each)
                        && !Files.getPosixFilePermissions(each)
                                .contains(
                                        Files.isDirectory(each)
                                                ? PosixFilePermission.OTHERS_EXECUTE
                                                : PosixFilePermission.OTHERS_READ)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException noProc) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static UserPrincipal lookUp() throws IOException {
        return Path.of("/")
                .getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(NAME);
    }
}
