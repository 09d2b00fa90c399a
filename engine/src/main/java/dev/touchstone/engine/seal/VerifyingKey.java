package dev.touchstone.engine.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The public half of a signing key.
 *
 * @param fingerprint lower-case hex SHA-256 of the SubjectPublicKeyInfo; the key's name everywhere
 */
public record VerifyingKey(PublicKey key, String fingerprint) {

    public static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(
                key,
                HexFormat.of().formatHex(Suite.SHA256_ED25519.digest().digest(key.getEncoded())));
    }

    /**
     * @throws InvalidKey when the text is no PEM of a public Ed25519 key
     */
    public static VerifyingKey fromPem(String pem) {
        try {
            return of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(Pem.read("PUBLIC KEY", pem))));
        } catch (GeneralSecurityException cause) {
            throw new InvalidKey("No public Ed25519 key (PEM, SubjectPublicKeyInfo).", cause);
        }
    }

    public String toPem() {
        return Pem.write("PUBLIC KEY", key.getEncoded());
    }

    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("This Java cannot verify Ed25519", cause);
        }
    }
}
