package dev.touchstone.server.foundation.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The note that a running server leaves in its folder: process, port. */
record PostmasterFile(Path cluster) {

    private static final int LINE_OF_PORT = 3;

    record Running(long pid, int port) {}

    Optional<Running> read() {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() <= LINE_OF_PORT
                    ? Optional.empty()
                    : Optional.of(
                            new Running(
                                    Long.parseLong(lines.getFirst().strip()),
                                    Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    /**
     * The server, if it is alive. After a reboot the number may belong to another process: ours
     * stands in its folder.
     */
    Optional<Running> live() {
        return read().filter(running -> standsInFolder(running.pid()));
    }

    /** True when the process runs a program of that folder. */
    static boolean runs(long pid, Path programs) {
        try {
            return Path.of("/proc", Long.toString(pid), "exe")
                    .toRealPath()
                    .startsWith(programs.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean standsInFolder(long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
        } catch (IOException gone) {
            return false;
        }
    }
}
