package dev.touchstone.engine.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A digest and a signature algorithm that go together. Every ledger entry names its suite, so
 * another one can begin at any entry while older entries stay verifiable.
 */
public enum Suite {
    SHA256_ED25519("SHA-256/Ed25519", "SHA-256", "Ed25519");

    private final String id;
    private final String digest;
    private final String signature;

    Suite(String id, String digest, String signature) {
        this.id = id;
        this.digest = digest;
        this.signature = signature;
    }

    /** The name that is stored and signed. */
    public String id() {
        return id;
    }

    public String signature() {
        return signature;
    }

    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("This Java has no " + digest, cause);
        }
    }

    public static Optional<Suite> named(String id) {
        return Arrays.stream(values()).filter(suite -> suite.id.equals(id)).findFirst();
    }
}
