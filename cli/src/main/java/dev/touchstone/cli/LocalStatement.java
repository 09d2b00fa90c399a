package dev.touchstone.cli;

import dev.touchstone.engine.seal.CanonicalJson;
import dev.touchstone.engine.seal.Envelope;
import dev.touchstone.engine.seal.InvalidKey;
import dev.touchstone.engine.seal.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A decision that was made here, as an in-toto statement that says so. */
final class LocalStatement {

    static final String TYPE = "application/vnd.in-toto+json";
    static final String PREDICATE = "https://touchstone.dev/gate-decision/v1";

    private final Clock clock;
    private final Path folder;

    LocalStatement(Clock clock, Path folder) {
        this.clock = clock;
        this.folder = folder;
    }

    /**
     * @param key PEM file of a private key; null leaves the statement unsigned
     */
    void write(JsonNode decision, @Nullable Path key, Path file) throws IOException {
        var predicate = ((ObjectNode) decision).deepCopy();
        predicate.put("origin", "local");
        predicate.put("decidedAt", clock.instant().toString());
        var commit = new GitHistory(folder).resolve("HEAD");
        commit.ifPresent(id -> predicate.put("commit", id));
        var subject =
                Map.of(
                        "name",
                        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                        "digest",
                        commit.map(id -> Map.of("gitCommit", id))
                                .orElseGet(() -> Map.of("sha256", digest(decision))));
        var payload =
                CanonicalJson.write(
                        Map.of(
                                "_type",
                                "https://in-toto.io/Statement/v1",
                                "subject",
                                List.of(subject),
                                "predicateType",
                                PREDICATE,
                                "predicate",
                                predicate));
        var envelope = key == null ? Envelope.unsigned(TYPE, payload) : sign(payload, key);
        Files.write(file, envelope.toJson());
    }

    private static Envelope sign(byte[] payload, Path key) throws IOException {
        Readable.check(key);
        try {
            return Envelope.sign(TYPE, payload, new KeyFile(key).current());
        } catch (InvalidKey invalid) {
            throw Trouble.wrongUse("trouble.key", key, String.valueOf(invalid.getMessage()));
        }
    }

    private static String digest(JsonNode decision) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(CanonicalJson.write(decision)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
