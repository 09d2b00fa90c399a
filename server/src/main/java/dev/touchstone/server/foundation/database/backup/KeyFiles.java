package dev.touchstone.server.foundation.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The platform's keys in a backup; a key that is there already stays. */
final class KeyFiles {

    static final int LARGEST = 1 << 16;

    private static final String PREFIX = WriteBackup.FILES + "keys/";
    private static final Pattern NAME = Pattern.compile("public/[0-9a-f]{64}\\.pem|signing\\.pem");

    private KeyFiles() {}

    static void write(Path keys, Map<String, RestoreBackup.Content> members) throws IOException {
        for (var member : members.entrySet()) {
            var name = member.getKey();
            if (name.startsWith(PREFIX)
                    && NAME.matcher(name.substring(PREFIX.length())).matches()) {
                write(keys.resolve(name.substring(PREFIX.length())), member.getValue().bytes());
            }
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            try (var channel =
                    Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                channel.write(java.nio.ByteBuffer.wrap(content));
            }
        }
    }
}
