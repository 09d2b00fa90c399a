package dev.touchstone.cli;

import dev.touchstone.engine.seal.InvalidKey;
import dev.touchstone.engine.seal.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps the public keys whose signatures count. */
@Command(name = "trust", mixinStandardHelpOptions = true)
final class TrustCommand implements Callable<Integer> {

    private final Terminal terminal;

    private TrustCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine line(Terminal terminal) {
        return new CommandLine(new TrustCommand(terminal))
                .addSubcommand(new Add(terminal))
                .addSubcommand(new Remove(terminal));
    }

    /** Without a subcommand: what is trusted. */
    @Override
    public Integer call() throws IOException {
        var fingerprints =
                new TrustStore(terminal).list().stream().map(VerifyingKey::fingerprint).toList();
        fingerprints.forEach(terminal::line);
        if (fingerprints.isEmpty()) {
            terminal.say("trust.none");
        }
        terminal.object(Map.of("trusted", fingerprints));
        return Exit.PASS;
    }

    static VerifyingKey key(Path file) throws IOException {
        try {
            return VerifyingKey.fromPem(Readable.text(file));
        } catch (InvalidKey invalid) {
            throw Trouble.wrongUse("trouble.key", file, String.valueOf(invalid.getMessage()));
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true)
    private static final class Add implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(arity = "1..*", paramLabel = "PUB")
        private List<Path> files = List.of();

        Add(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            var store = new TrustStore(terminal);
            for (var file : files) {
                var key = key(file);
                store.add(key);
                terminal.say("trust.added", key.fingerprint());
            }
            terminal.object(
                    Map.of(
                            "trusted",
                            store.list().stream().map(VerifyingKey::fingerprint).toList()));
            return Exit.PASS;
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true)
    private static final class Remove implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "FINGERPRINT")
        private String fingerprint = "";

        Remove(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            if (!new TrustStore(terminal).remove(fingerprint)) {
                throw Trouble.wrongUse("trouble.notTrusted", fingerprint);
            }
            terminal.say("trust.removed", fingerprint);
            terminal.object(Map.of("removed", fingerprint));
            return Exit.PASS;
        }
    }
}
