package bank.jianghai.mobile.login;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.stereotype.Component;

/** Hashes the passwords of the web bank. */
@Component
public class PasswordHasher {

    private static final int ROUNDS = 310_000;

    public String hash(String password, byte[] salt) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
        SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
        return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
    }
}
