package dev.touchstone.engine.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a signed file. Only the canonical form is accepted, so that no byte of a valid file can
 * change without notice, not even white space or the spare bits of base64.
 */
public final class VerifyEnvelope {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final TrustedKeys keys;

    public VerifyEnvelope(TrustedKeys keys) {
        this.keys = keys;
    }

    public Verification verify(byte[] file) {
        Envelope envelope;
        try {
            envelope = read(file);
        } catch (Unreadable unreadable) {
            return new Verification.Malformed(unreadable.place, unreadable.reason);
        }
        if (envelope.signatures().isEmpty()) {
            return new Verification.Unsigned(envelope);
        }
        var message = Envelope.preAuthentication(envelope.payloadType(), envelope.payload());
        for (var signed : envelope.signatures()) {
            var key = keys.find(signed.keyId());
            if (key.isEmpty()) {
                return new Verification.UnknownKey(signed.keyId());
            }
            if (!key.get().verifies(message, signed.signature())) {
                return new Verification.BadSignature(signed.keyId());
            }
        }
        return new Verification.Valid(envelope, envelope.signatures().getFirst().keyId());
    }

    private static Envelope read(byte[] file) throws Unreadable {
        JsonNode tree;
        try {
            tree = CanonicalJson.read(file);
        } catch (JacksonException cause) {
            var location = cause.getLocation();
            var place = location == null ? "file" : "byte " + location.getByteOffset();
            throw new Unreadable(place, "The file is not JSON: " + cause.getOriginalMessage());
        }
        requireMembers("file", tree, Set.of("payload", "payloadType", "signatures"));
        var signatures = new ArrayList<Envelope.Signed>();
        var list = tree.get("signatures");
        if (!list.isArray()) {
            throw new Unreadable("signatures", "Must be a list.");
        }
        for (var i = 0; i < list.size(); i++) {
            var place = "signatures[" + i + "]";
            requireMembers(place, list.get(i), Set.of("keyid", "sig"));
            var keyId = text(place + ".keyid", list.get(i).get("keyid"));
            if (!FINGERPRINT.matcher(keyId).matches()) {
                throw new Unreadable(
                        place + ".keyid", "Must be a fingerprint: 64 lower-case hex digits.");
            }
            signatures.add(
                    new Envelope.Signed(keyId, bytes(place + ".sig", list.get(i).get("sig"))));
        }
        var envelope =
                new Envelope(
                        text("payloadType", tree.get("payloadType")),
                        bytes("payload", tree.get("payload")),
                        List.copyOf(signatures));
        requireCanonical(file, envelope.toJson());
        return envelope;
    }

    private static void requireMembers(String place, JsonNode node, Set<String> names)
            throws Unreadable {
        if (!node.isObject() || !Set.copyOf(node.propertyNames()).equals(names)) {
            throw new Unreadable(
                    place, "Must be an object with exactly " + new TreeSet<>(names) + ".");
        }
    }

    private static String text(String place, JsonNode node) throws Unreadable {
        if (!node.isString()) {
            throw new Unreadable(place, "Must be a string.");
        }
        return node.stringValue();
    }

    private static byte[] bytes(String place, JsonNode node) throws Unreadable {
        try {
            return Base64.getDecoder().decode(text(place, node));
        } catch (IllegalArgumentException cause) {
            throw new Unreadable(place, "Is not base64: " + cause.getMessage());
        }
    }

    private static void requireCanonical(byte[] file, byte[] canonical) throws Unreadable {
        var difference = Arrays.mismatch(file, canonical);
        if (difference >= 0) {
            throw new Unreadable(
                    "byte " + difference,
                    "The file is not in canonical form (RFC 8785): somebody edited it or wrote it"
                            + " with another program.");
        }
    }

    private static final class Unreadable extends Exception {
        private final String place;
        private final String reason;

        Unreadable(String place, String reason) {
            super(reason);
            this.place = place;
            this.reason = reason;
        }
    }
}
