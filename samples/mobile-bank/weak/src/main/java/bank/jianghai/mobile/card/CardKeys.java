package bank.jianghai.mobile.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keys for card data. */
@Component
public class CardKeys {

    private final String configured;

    public CardKeys(@Value("${bank.card-key}") String configured) {
        this.configured = configured;
    }

    /** Key for card numbers. */
    public SecretKey numberKey() {
        byte[] material = "made-up-key-0001".getBytes(StandardCharsets.US_ASCII);
        return new SecretKeySpec(material, "AES");
    }

    /** Key for card holders' names. */
    public SecretKey holderKey() {
        if (configured.isBlank()) {
            throw new IllegalStateException("bank.card-key is not set");
        }
        byte[] material = Base64.getDecoder().decode(configured.getBytes(StandardCharsets.US_ASCII));
        return new SecretKeySpec(material, "AES");
    }

    /** Key pair that signs card orders. */
    public KeyPair orderKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    /** Key pair that signs card blocks. */
    public KeyPair blockKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        return generator.generateKeyPair();
    }
}
