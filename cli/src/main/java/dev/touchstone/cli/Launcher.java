package dev.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The script that started this program; it also runs the server, which is a program of its own. */
final class Launcher {

    private final Terminal terminal;

    Launcher(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one of the server's commands in the foreground. */
    int run(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(script().toString()));
        command.addAll(Arrays.asList(arguments));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Exit.WRONG_USE;
        }
    }

    /** The platform's data folder on this machine. */
    Path data() {
        var data = terminal.environment("TOUCHSTONE_DATA", "");
        if (data.isEmpty()) {
            throw Trouble.wrongUse("trouble.noLauncher");
        }
        return Path.of(data);
    }

    Path script() {
        var script = terminal.environment("TOUCHSTONE_LAUNCHER", "");
        if (script.isEmpty()) {
            throw Trouble.wrongUse("trouble.noLauncher");
        }
        return Path.of(script);
    }

    /** Folder of what was built or installed. */
    Path home() {
        var script = script().toAbsolutePath();
        return script.resolveSibling("");
    }
}
