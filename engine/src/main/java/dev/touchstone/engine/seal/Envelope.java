package dev.touchstone.engine.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A DSSE envelope: a payload, what it is, and who signed it.
 *
 * @param payloadType media type, for example {@code application/vnd.in-toto+json}
 */
public record Envelope(String payloadType, byte[] payload, List<Signed> signatures) {

    /**
     * One signature.
     *
     * @param keyId fingerprint of the key
     */
    public record Signed(String keyId, byte[] signature) {}

    public Envelope {
        signatures = List.copyOf(signatures);
    }

    /** Signs a payload. */
    public static Envelope sign(String payloadType, byte[] payload, SigningKey key) {
        var signature = key.sign(preAuthentication(payloadType, payload));
        return new Envelope(
                payloadType, payload, List.of(new Signed(key.fingerprint(), signature)));
    }

    /** Carries a payload that nobody vouches for. */
    public static Envelope unsigned(String payloadType, byte[] payload) {
        return new Envelope(payloadType, payload, List.of());
    }

    /** The file: canonical JSON, the only form that verification accepts. */
    public byte[] toJson() {
        var base64 = Base64.getEncoder();
        return CanonicalJson.write(
                Map.of(
                        "payloadType",
                        payloadType,
                        "payload",
                        base64.encodeToString(payload),
                        "signatures",
                        signatures.stream()
                                .map(
                                        signed ->
                                                Map.of(
                                                        "keyid",
                                                        signed.keyId(),
                                                        "sig",
                                                        base64.encodeToString(signed.signature())))
                                .toList()));
    }

    /** What is signed: DSSE's pre-authentication encoding. */
    static byte[] preAuthentication(String payloadType, byte[] payload) {
        var type = payloadType.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(payload.length + type.length + 40);
        bytes.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(type);
        bytes.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }
}
