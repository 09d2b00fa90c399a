package dev.touchstone.server.delivery.intake;

import dev.touchstone.server.foundation.guard.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A report as it arrives.
 *
 * @param fileName as the sender names it; for people only
 * @param idempotencyKey chosen by the sender, so that a repeated request does nothing twice
 */
@SuppressWarnings("ArrayRecordComponent")
record Upload(
        About about,
        String fileName,
        long size,
        byte[] sha256,
        @Nullable String idempotencyKey,
        Bytes bytes) {

    private static final int LONGEST_KEY = 200;

    /** Where the bytes are read from, as often as needed. */
    @FunctionalInterface
    interface Bytes {
        InputStream open() throws IOException;
    }

    static Upload of(About about, @Nullable String fileName, @Nullable String key, Bytes bytes)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Refusal.Invalid(
                    "Idempotency-Key",
                    "The header Idempotency-Key has 1 to %d characters.",
                    LONGEST_KEY);
        }
        MessageDigest digest = newDigest();
        long size;
        try (var in = new DigestInputStream(bytes.open(), digest)) {
            size = in.transferTo(OutputStream.nullOutputStream());
        }
        return new Upload(about, plain(fileName), size, digest.digest(), key, bytes);
    }

    /** Two requests with one key must be equal in everything. */
    byte[] requestDigest() {
        MessageDigest digest = newDigest();
        digest.update(sha256);
        return digest.digest(about.json().getBytes(StandardCharsets.UTF_8));
    }

    /** The last part of the name, without what could harm a header or a screen. */
    private static String plain(@Nullable String name) {
        if (name == null) return "report";
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "_");
        return clean.isBlank() ? "report" : clean.substring(0, Math.min(clean.length(), 255));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
