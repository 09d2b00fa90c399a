package dev.touchstone.server.foundation.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A random word of 256 bits that is shown once; only its digest is stored. */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    String hexDigest() {
        return HexFormat.of().formatHex(digest());
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
