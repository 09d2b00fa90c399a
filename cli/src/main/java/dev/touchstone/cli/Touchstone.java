package dev.touchstone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program {@code touchstone}. */
@Command(name = "touchstone", mixinStandardHelpOptions = true, version = Touchstone.VERSION)
final class Touchstone {

    /** Commands whose arguments are the server's. */
    private static final Set<String> HANDED_OVER = Set.of("server", "backup", "restore");

    static final String VERSION = "Touchstone 0.1.0";

    private final Terminal terminal;

    Touchstone(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--json", scope = ScopeType.INHERIT)
    void json(boolean wanted) {
        if (wanted) {
            terminal.useJson();
        }
    }

    /** Read before everything else, see {@link Texts#chosen}. */
    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    void language(String tag) {
        if (!tag.equals("zh") && !tag.equals("en")) {
            throw Trouble.wrongUse("trouble.language", tag);
        }
    }

    public static void main(String[] arguments) {
        var environment = System.getenv();
        var terminal =
                new Terminal(
                        utf8(FileDescriptor.out),
                        utf8(FileDescriptor.err),
                        Texts.chosen(arguments, environment),
                        environment,
                        Clock.systemUTC());
        System.exit(run(terminal, arguments));
    }

    /** Runs one command to its exit code. */
    static int run(Terminal terminal, String... arguments) {
        var ending = new Ending(terminal);
        return commandLine(terminal)
                .setExecutionExceptionHandler(ending)
                .setParameterExceptionHandler(ending)
                .execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal) {
        var line =
                new CommandLine(new Touchstone(terminal))
                        .addSubcommand(new ScanCommand(terminal))
                        .addSubcommand(HookCommand.line(terminal))
                        .addSubcommand(new SettingsCommand(terminal))
                        .addSubcommand(new ReadCommand(terminal))
                        .addSubcommand(new BomCommand(terminal))
                        .addSubcommand(new GateCommand(terminal))
                        .addSubcommand(new UploadCommand(terminal))
                        .addSubcommand(new VerifyCommand(terminal))
                        .addSubcommand(TrustCommand.line(terminal))
                        .addSubcommand(new ServerCommand(terminal))
                        .addSubcommand(new StopCommand(terminal))
                        .addSubcommand(new BackupCommand(terminal))
                        .addSubcommand(new RestoreCommand(terminal))
                        .addSubcommand(new LinkCommand(terminal))
                        .addSubcommand(new CompletionCommand(terminal))
                        .addSubcommand(new DemoCommand(terminal));
        line.getSubcommands().entrySet().stream()
                .filter(each -> HANDED_OVER.contains(each.getKey()))
                .forEach(each -> each.getValue().setUnmatchedOptionsArePositionalParams(true));
        line.setResourceBundle(terminal.texts().bundle());
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
