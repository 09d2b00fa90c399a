package dev.touchstone.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the platform on this machine for a sign-in link. */
@Command(name = "link", mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--login", required = true, paramLabel = "LOGIN")
    private String login = "";

    LinkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var link = new LinkFolder(new Launcher(terminal).data()).ask(login);
        terminal.line(link);
        terminal.object(Map.of("login", login, "link", link));
        return Exit.PASS;
    }
}
