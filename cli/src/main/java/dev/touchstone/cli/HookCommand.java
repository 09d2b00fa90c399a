package dev.touchstone.cli;

import dev.touchstone.cli.hook.Hook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The hook of a repository that looks at what is about to be committed. */
@Command(name = "hook", mixinStandardHelpOptions = true)
final class HookCommand implements Callable<Integer> {

    private final Terminal terminal;

    private HookCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine line(Terminal terminal) {
        return new CommandLine(new HookCommand(terminal))
                .addSubcommand(new Install(terminal))
                .addSubcommand(new Uninstall(terminal))
                .addSubcommand(new Run(terminal));
    }

    @Override
    public Integer call() {
        throw Trouble.wrongUse("trouble.hookWhat");
    }

    @Command(name = "install", mixinStandardHelpOptions = true)
    private static final class Install implements Callable<Integer> {

        private final Terminal terminal;

        @Option(names = "--repository", paramLabel = "DIR", defaultValue = ".")
        private Path repository = Path.of(".");

        Install(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            new Hook(terminal, repository).install(new Launcher(terminal).script().toString());
            return Exit.PASS;
        }
    }

    @Command(name = "uninstall", mixinStandardHelpOptions = true)
    private static final class Uninstall implements Callable<Integer> {

        private final Terminal terminal;

        @Option(names = "--repository", paramLabel = "DIR", defaultValue = ".")
        private Path repository = Path.of(".");

        Uninstall(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            new Hook(terminal, repository).uninstall();
            return Exit.PASS;
        }
    }

    @Command(name = "run", mixinStandardHelpOptions = true)
    private static final class Run implements Callable<Integer> {

        private final Terminal terminal;

        @Option(names = "--repository", paramLabel = "DIR", defaultValue = ".")
        private Path repository = Path.of(".");

        Run(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            return new Hook(terminal, repository).run() ? Exit.PASS : Exit.BLOCKED;
        }
    }
}
