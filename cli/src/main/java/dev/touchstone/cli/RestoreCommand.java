package dev.touchstone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands over to the server's own program. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT")
    private List<String> arguments = List.of();

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var all = new ArrayList<>(List.of("restore"));
        all.addAll(arguments);
        return new Launcher(terminal).run(all.toArray(String[]::new));
    }
}
