package dev.touchstone.cli;

import dev.touchstone.engine.seal.Envelope;
import dev.touchstone.engine.seal.TrustedKeys;
import dev.touchstone.engine.seal.Verification;
import dev.touchstone.engine.seal.VerifyEnvelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a signed decision without the platform. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--key", paramLabel = "PUB")
    private @Nullable Path key;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Readable.check(file);
        var trusted =
                key == null
                        ? new TrustStore(terminal).keys()
                        : TrustedKeys.of(TrustCommand.key(key));
        return switch (new VerifyEnvelope(trusted).verify(Files.readAllBytes(file))) {
            case Verification.Valid(Envelope envelope, String fingerprint) ->
                    valid(envelope, fingerprint);
            case Verification.Unsigned ignored -> refuse("UNSIGNED", "verify.unsigned", "");
            case Verification.UnknownKey(String fingerprint) ->
                    refuse("UNKNOWN_KEY", "verify.unknownKey", fingerprint);
            case Verification.BadSignature(String fingerprint) ->
                    refuse("BAD_SIGNATURE", "verify.badSignature", fingerprint);
            case Verification.Malformed(String place, String message) ->
                    refuse("MALFORMED", "verify.malformed", place + ": " + message);
        };
    }

    private int valid(Envelope envelope, String fingerprint) {
        var statement = statement(envelope);
        var predicate = statement.path("predicate");
        var verdict = predicate.path("verdict").asString("");
        terminal.say("verify.valid", file, fingerprint);
        if (!verdict.isEmpty()) {
            terminal.say(
                    "verify.says",
                    predicate.path("id").asString("-"),
                    terminal.text("verdict." + verdict),
                    predicate.path("application").asString("-"),
                    predicate.path("commit").asString("-"),
                    predicate.path("ledgerHead").path("sequence").asString("-"),
                    predicate.path("ledgerHead").path("hash").asString("-"));
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("valid", true);
        json.put("state", "VALID");
        json.put("fingerprint", fingerprint);
        json.put("verdict", verdict);
        json.put("statement", statement);
        terminal.object(json);
        return Exit.PASS;
    }

    private int refuse(String state, String key, String detail) {
        terminal.note(key, file, detail);
        terminal.object(
                Map.of(
                        "valid",
                        false,
                        "state",
                        state,
                        state.endsWith("KEY") || state.endsWith("SIGNATURE")
                                ? "fingerprint"
                                : "detail",
                        detail));
        return Exit.BLOCKED;
    }

    private static JsonNode statement(Envelope envelope) {
        try {
            return JSON.readTree(envelope.payload());
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
