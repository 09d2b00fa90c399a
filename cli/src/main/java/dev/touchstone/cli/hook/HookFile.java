package dev.touchstone.cli.hook;

import dev.touchstone.cli.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The script {@code pre-commit} of a repository, beside whatever hook was there before. */
final class HookFile {

    private static final String MARK = "# touchstone hook";
    private static final String BEFORE = "pre-commit.before-touchstone";

    private final Path folder;

    /**
     * @param folder in which git looks for hooks
     */
    HookFile(Path folder) {
        this.folder = folder;
    }

    Path file() {
        return folder.resolve("pre-commit");
    }

    /** Whether another hook was there, which runs first from now on. */
    boolean install(String program) throws IOException {
        Files.createDirectories(folder);
        var file = file();
        var before = folder.resolve(BEFORE);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs()) {
            if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)) {
                throw Trouble.wrongUse("trouble.hookTwice", before);
            }
            Files.move(file, before, StandardCopyOption.ATOMIC_MOVE);
        }
        var fresh = Files.createTempFile(folder, "touchstone-", "");
        Files.writeString(fresh, script(program));
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Files.exists(before, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether there was a hook of ours; the one before it is back then. */
    boolean uninstall() throws IOException {
        if (!isOurs()) {
            return false;
        }
        var before = folder.resolve(BEFORE);
        if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(
                    before,
                    file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(file());
        }
        return true;
    }

    private boolean isOurs() throws IOException {
        return Files.isRegularFile(file(), LinkOption.NOFOLLOW_LINKS)
                && new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1)
                        .contains(MARK);
    }

    private static String script(String program) {
        return """
               #!/bin/sh
               %s: looks at what is staged. Remove it: touchstone hook uninstall
               before=$(dirname "$0")/%s
               if [ -x "$before" ]; then "$before" "$@" || exit $?; fi
               program=%s
               if [ ! -x "$program" ]; then
                   echo "touchstone: $program is gone, so nothing was looked at. Install again: touchstone hook install" >&2
                   exit 0
               fi
               exec "$program" hook run
               """
                .formatted(MARK, BEFORE, quoted(program));
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
