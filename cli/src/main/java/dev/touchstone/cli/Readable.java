package dev.touchstone.cli;

import dev.touchstone.formats.Limits;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Refuses files that cannot be read before anything is begun. */
final class Readable {

    private Readable() {}

    /** The checked file's text, with or without a byte-order mark. */
    static String text(Path file) throws IOException {
        check(file);
        try {
            var text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw Trouble.wrongUse("trouble.encoding", file);
        }
    }

    static void check(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(file)) {
            throw Trouble.wrongUse("trouble.isFolder", file);
        }
        if (!Files.isReadable(file)) {
            throw Trouble.wrongUse("trouble.unreadable", file);
        }
        var size = Files.size(file);
        if (size == 0) {
            throw Trouble.wrongUse("trouble.empty", file);
        }
        if (size > Limits.DEFAULT.fileBytes()) {
            throw Trouble.wrongUse(
                    "trouble.tooLarge", file, size >> 20, Limits.DEFAULT.fileBytes() >> 20);
        }
    }
}
