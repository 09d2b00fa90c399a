package dev.touchstone.server.foundation.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of a PostgreSQL server: those that ship with the platform, unpacked, or those of the
 * machine.
 */
public record Binaries(Path folder) {

    /** Unpacks what ships into a folder below the given one, once per version. */
    public static Binaries shippedBelow(Path parent) {
        var archive = archive();
        try {
            var folder = parent.resolve("postgresql-" + checksum(archive));
            if (!Files.exists(folder)) {
                Files.createDirectories(parent);
                var fresh = Files.createTempDirectory(parent, "unpack-");
                unpack(archive, fresh);
                publish(fresh, folder);
            }
            return new Binaries(folder);
        } catch (IOException cause) {
            throw new DatabaseNotStarted(
                    "The PostgreSQL programs cannot be unpacked below "
                            + parent
                            + ": "
                            + cause.getMessage(),
                    "Free some space on its disk; the folder must belong to the account that runs the"
                            + " platform.",
                    cause);
        }
    }

    public Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static URL archive() {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-linux-" + machine + ".txz";
        var archive = Binaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseNotStarted(
                    "No PostgreSQL for this machine ships with the platform (" + name + ").",
                    "Name one with TOUCHSTONE_DB_URL.");
        }
        return archive;
    }

    private static String checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(archive.openConnection().getContentLengthLong());
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("Entry outside of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    write(tar, target, (entry.getMode() & 0100) != 0);
                }
            }
        }
    }

    private static void write(InputStream content, Path target, boolean executable)
            throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Two starts may unpack at once; the later one uses the folder of the earlier. */
    private static void publish(Path fresh, Path folder) throws IOException {
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException other) {
            Folders.delete(fresh);
        }
    }
}
