package dev.touchstone.engine.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** A private Ed25519 key with its public half; never printed. */
public final class SigningKey {

    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    public static SigningKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("This Java has no Ed25519", cause);
        }
    }

    /**
     * @throws InvalidKey when the text is no PEM of a private Ed25519 key
     */
    public static SigningKey fromPem(String pem) {
        try {
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(Pem.read("PRIVATE KEY", pem)));
            return new SigningKey(key, VerifyingKey.of(PublicHalf.of((EdECPrivateKey) key)));
        } catch (GeneralSecurityException cause) {
            throw new InvalidKey("No private Ed25519 key (PEM, PKCS#8).", cause);
        }
    }

    public String toPem() {
        return Pem.write("PRIVATE KEY", key.getEncoded());
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    public String fingerprint() {
        return verifying.fingerprint();
    }

    public byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("This Java cannot sign with Ed25519", cause);
        }
    }

    @Override
    public String toString() {
        return "signing key " + fingerprint();
    }

    /** PKCS#8 holds only the seed; the JDK derives the public key when it generates from a seed. */
    private static final class PublicHalf {
        static java.security.PublicKey of(EdECPrivateKey key) throws GeneralSecurityException {
            var seed =
                    key.getBytes().orElseThrow(() -> new InvalidKey("The key has no seed.", null));
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(
                    NamedParameterSpec.ED25519,
                    new SecureRandom() {
                        @Override
                        public void nextBytes(byte[] bytes) {
                            System.arraycopy(seed, 0, bytes, 0, bytes.length);
                        }
                    });
            return generator.generateKeyPair().getPublic();
        }
    }
}
