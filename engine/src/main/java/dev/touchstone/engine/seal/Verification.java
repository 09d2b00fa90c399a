package dev.touchstone.engine.seal;

/** What checking a signed file says. */
public sealed interface Verification {

    /**
     * Every signature is right, and every key is trusted.
     *
     * @param fingerprint key of the first signature
     */
    record Valid(Envelope envelope, String fingerprint) implements Verification {}

    /** Nobody signed it: what it says is a claim. */
    record Unsigned(Envelope envelope) implements Verification {}

    /** Signed by a key that is not trusted here; whether rightly is not looked at. */
    record UnknownKey(String fingerprint) implements Verification {}

    /** The key is trusted, but it did not sign this. */
    record BadSignature(String fingerprint) implements Verification {}

    /**
     * Not the one form in which such a file is written.
     *
     * @param place for example {@code signatures[0].keyid} or {@code byte 17}
     */
    record Malformed(String place, String message) implements Verification {}
}
