package dev.touchstone.server.foundation.database.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of a backup: private, encrypted when there is a passphrase, and there only when it is
 * whole. {@code -} is standard output or input.
 */
public final class Archive {

    private static final String STANDARD = "-";

    private Archive() {}

    /** Writes into an archive. */
    @FunctionalInterface
    public interface Writing {
        long to(OutputStream out);
    }

    /**
     * @param passphrase null leaves the archive readable for everybody who gets hold of it
     * @return the number of rows
     */
    public static long write(String name, @Nullable Passphrase passphrase, Writing writing)
            throws IOException {
        if (name.equals(STANDARD)) {
            return writing.to(sealed(new FileOutputStream(FileDescriptor.out), passphrase));
        }
        var file = Path.of(name).toAbsolutePath();
        if (Files.exists(file)) {
            throw new BackupRefused(
                    "The file " + file + " exists.", "Name another file, or move that one away.");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            var channel =
                    Files.newByteChannel(
                            part,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            var rows = writing.to(sealed(Channels.newOutputStream(channel), passphrase));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * @throws BackupRefused when the archive is encrypted and there is no passphrase
     */
    public static InputStream read(String name, @Nullable Passphrase passphrase)
            throws IOException {
        var raw =
                new BufferedInputStream(
                        name.equals(STANDARD)
                                ? new FileInputStream(FileDescriptor.in)
                                : Files.newInputStream(Path.of(name)),
                        1 << 17);
        raw.mark(Portions.MAGIC.length);
        var encrypted = Arrays.equals(raw.readNBytes(Portions.MAGIC.length), Portions.MAGIC);
        raw.reset();
        if (!encrypted) {
            return raw;
        }
        if (passphrase == null) {
            raw.close();
            throw new BackupRefused(
                    "The backup is encrypted.", "Name the passphrase: --passphrase-file FILE.");
        }
        return new EncryptedInput(raw, passphrase);
    }

    private static OutputStream sealed(OutputStream out, @Nullable Passphrase passphrase)
            throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 17);
        return passphrase == null ? buffered : new EncryptedOutput(buffered, passphrase);
    }
}
