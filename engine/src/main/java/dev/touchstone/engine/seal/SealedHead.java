package dev.touchstone.engine.seal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How far a ledger had come: the file that is signed, exported and compared later.
 *
 * @param platform names the ledger
 * @param hash lower-case hex
 */
public record SealedHead(UUID platform, long sequence, String hash, Instant at) {

    public static final String TYPE = "application/vnd.touchstone.ledger-head+json";

    public SealedHead(UUID platform, long sequence, byte[] hash, Instant at) {
        this(platform, sequence, HexFormat.of().formatHex(hash), at);
    }

    public Envelope sign(SigningKey key) {
        return Envelope.sign(TYPE, payload(), key);
    }

    /** The envelope that was signed, from a signature that was kept without it. */
    public Envelope with(String keyId, byte[] signature) {
        return new Envelope(
                TYPE, payload(), java.util.List.of(new Envelope.Signed(keyId, signature)));
    }

    /** True when the key signed this head. */
    public boolean isSignedBy(VerifyingKey key, byte[] signature) {
        return key.verifies(Envelope.preAuthentication(TYPE, payload()), signature);
    }

    /** The head in a verified envelope; empty when it holds something else. */
    public static Optional<SealedHead> in(Envelope envelope) {
        if (!envelope.payloadType().equals(TYPE)) {
            return Optional.empty();
        }
        try {
            var tree = CanonicalJson.read(envelope.payload());
            return Optional.of(
                    new SealedHead(
                            UUID.fromString(text(tree, "platform")),
                            tree.required("sequence").longValue(),
                            text(tree, "hash"),
                            Instant.parse(text(tree, "at"))));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException other) {
            return Optional.empty();
        }
    }

    private byte[] payload() {
        return CanonicalJson.write(
                Map.of(
                        "at",
                        at.toString(),
                        "hash",
                        hash,
                        "platform",
                        platform.toString(),
                        "sequence",
                        sequence));
    }

    private static String text(JsonNode tree, String name) {
        return tree.required(name).stringValue();
    }
}
