package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the child process runs as. What reads code of others never runs as uid 0: started by root, it
 * steps down to the account {@code touchstone}.
 */
final class OtherAccount {

    static final String NAME = "touchstone";

    private OtherAccount() {}

    /** Whether this process must not start the child under its own account. */
    static boolean isNeeded() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException noProc) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /** Whether it is needed and not there. */
    static boolean isMissing() {
        if (!isNeeded()) {
            return false;
        }
        try {
            Path.of("/")
                    .getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(NAME);
            return false;
        } catch (IOException absent) {
            return true;
        }
    }

    /** The command, run as the account where one is needed. */
    static List<String> command(List<String> command) {
        if (!isNeeded()) {
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
}
