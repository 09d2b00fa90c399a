package bank.jianghai.mobile.login;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.stereotype.Component;

/** Hashes the PIN of telephone banking. */
@Component
public class PinHasher {

    private static final int ROUNDS = 310_000;

    public String hash(String pin, byte[] salt) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, 256);
        SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
        return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
    }
}
