package dev.touchstone.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the platform that was started on this machine. */
@Command(name = "stop", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private final Terminal terminal;

    StopCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var stopped = new LocalServer(terminal).stop();
        terminal.say(stopped ? "stop.done" : "stop.nothing");
        terminal.object(Map.of("stopped", stopped));
        return Exit.PASS;
    }
}
