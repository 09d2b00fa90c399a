package dev.touchstone.cli;

import dev.touchstone.cli.settings.ChooseSettings;
import dev.touchstone.cli.settings.SettingsReader;
import dev.touchstone.cli.settings.SettingsReading;
import dev.touchstone.contract.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Checks a project's settings, or prints the schema by which editors complete them. */
@Command(name = "settings", mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "FILE")
    private Path file = Path.of(ChooseSettings.FILE);

    @Option(names = "--schema")
    private boolean schema;

    @Option(names = "--platform")
    private boolean ofPlatform;

    SettingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (schema) {
            var text = schema();
            terminal.line(text.stripTrailing());
            terminal.object(JsonMapper.shared().readTree(text));
            return Exit.PASS;
        }
        return switch (SettingsReader.read(Readable.text(file), ofPlatform)) {
            case SettingsReading.Accepted ignored -> {
                terminal.say("settings.valid", file);
                terminal.object(Map.of("valid", true, "faults", List.of()));
                yield Exit.PASS;
            }
            case SettingsReading.Refused(List<Fault> faults) -> {
                faults.forEach(fault -> terminal.fault(file.toString(), fault));
                terminal.object(Map.of("valid", false, "faults", faults));
                yield Exit.WRONG_USE;
            }
        };
    }

    private static String schema() throws IOException {
        try (var in =
                SettingsCommand.class.getResourceAsStream("/schemas/touchstone.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
