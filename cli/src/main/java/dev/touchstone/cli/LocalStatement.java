package dev.touchstone.cli;

import dev.touchstone.engine.policy.GateDecision;
import dev.touchstone.engine.policy.GateStatement;
import dev.touchstone.engine.seal.Envelope;
import dev.touchstone.engine.seal.InvalidKey;
import dev.touchstone.engine.seal.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A decision that was made here, as an in-toto statement that says so. */
final class LocalStatement {

    private final Clock clock;
    private final Path folder;

    LocalStatement(Clock clock, Path folder) {
        this.clock = clock;
        this.folder = folder;
    }

    /**
     * @param commit that was scanned, when it is known
     * @param key PEM file of a private key; null leaves the statement unsigned
     */
    void write(GateDecision decision, @Nullable String commit, @Nullable Path key, Path file)
            throws IOException {
        var statement =
                new GateStatement(
                        null,
                        "local",
                        clock.instant(),
                        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                        null,
                        commit,
                        decision,
                        null,
                        null,
                        null,
                        null);
        Files.write(file, seal(statement.toJson(), key).toJson());
    }

    private static Envelope seal(byte[] payload, @Nullable Path key) throws IOException {
        if (key == null) {
            return Envelope.unsigned(GateStatement.PAYLOAD_TYPE, payload);
        }
        Readable.check(key);
        try {
            return Envelope.sign(GateStatement.PAYLOAD_TYPE, payload, new KeyFile(key).current());
        } catch (InvalidKey invalid) {
            throw Trouble.wrongUse("trouble.key", key, String.valueOf(invalid.getMessage()));
        }
    }
}
