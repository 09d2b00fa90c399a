package dev.touchstone.server.foundation.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links in the data folder, which only the operator can enter. */
@Component
class LinkFiles {

    private final Path data;

    LinkFiles(@Value("${touchstone.data}") Path data) {
        this.data = data;
    }

    Path writeFirst(String link) {
        return write(data.resolve("first-link"), link);
    }

    void removeFirst() {
        remove(data.resolve("first-link"));
    }

    /** Logins for which the operator has asked; asked once, answered once. */
    List<String> takeRequests() {
        Path requests = folder(folder(data.resolve("links")).resolve("requests"));
        try (Stream<Path> files = Files.list(requests)) {
            var logins = files.map(file -> file.getFileName().toString()).sorted().toList();
            for (String login : logins) {
                Files.deleteIfExists(requests.resolve(login));
            }
            return logins;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void answer(String login, String link) {
        remove(refusal(login));
        write(data.resolve("links").resolve(login), link);
    }

    void refuse(String login, String sentence) {
        remove(data.resolve("links").resolve(login));
        write(refusal(login), sentence);
    }

    private Path refusal(String login) {
        return data.resolve("links").resolve(login + ".refused");
    }

    /** In one step, and never readable by others. */
    private Path write(Path file, String line) {
        Path fresh = folder(file.resolveSibling(".new")).resolve(file.getFileName());
        try {
            Files.deleteIfExists(fresh);
            try (var channel =
                    Files.newByteChannel(
                            fresh,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "The link file " + file + " cannot be written.", problem);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (NoSuchFileException nothingToRemove) {
            // somebody else removed it
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path folder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException problem) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made.", problem);
        }
    }
}
