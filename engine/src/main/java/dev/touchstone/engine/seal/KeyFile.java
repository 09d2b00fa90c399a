package dev.touchstone.engine.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A signing key in a file that only its owner may read. */
public record KeyFile(Path file) implements SigningKeys {

    /**
     * @throws InvalidKey when the file is readable by others, or holds no private key
     */
    @Override
    public SigningKey current() {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new InvalidKey(
                        "The key file "
                                + file
                                + " is open to every account; chmod 600 it, and"
                                + " replace the key if others may have read it.",
                        null);
            }
            return SigningKey.fromPem(Files.readString(file));
        } catch (IOException cause) {
            throw new UncheckedIOException("The key file " + file + " cannot be read.", cause);
        }
    }

    /** Makes the key when the file is absent. */
    public static KeyFile makeIfAbsent(Path file) {
        if (!Files.exists(file)) {
            write(file, SigningKey.generate());
        }
        return new KeyFile(file);
    }

    private static void write(Path file, SigningKey key) {
        try (var channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(key.toPem().getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException other) {
            throw new InvalidKey(
                    "Another process is making the key file " + file + "; start again.", other);
        } catch (IOException cause) {
            throw new UncheckedIOException("The key file " + file + " cannot be written.", cause);
        }
    }
}
