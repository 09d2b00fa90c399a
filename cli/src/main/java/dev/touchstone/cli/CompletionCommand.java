package dev.touchstone.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script that stands alone. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    /** Shells that are known. */
    enum Shell {
        BASH,
        ZSH
    }

    private final Terminal terminal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "bash|zsh")
    private Shell shell = Shell.BASH;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var script = AutoComplete.bash("touchstone", spec.root().commandLine());
        if (shell == Shell.ZSH) {
            script = "autoload -U +X bashcompinit && bashcompinit\n" + script;
        }
        terminal.line(script.stripTrailing());
        terminal.object(
                Map.of("shell", shell.name().toLowerCase(java.util.Locale.ROOT), "script", script));
        return Exit.PASS;
    }
}
