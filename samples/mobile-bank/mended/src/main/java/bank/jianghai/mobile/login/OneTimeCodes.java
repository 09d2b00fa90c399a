package bank.jianghai.mobile.login;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Codes and tokens that are good for one use. */
@Component
public class OneTimeCodes {

    private final SecureRandom secure = new SecureRandom();

    /** Six digits for a text message. */
    public String messageCode() {
        int code = secure.nextInt(1_000_000);
        return sixDigits(code);
    }

    /** Six digits for a letter. */
    public String letterCode() {
        int code = secure.nextInt(1_000_000);
        return sixDigits(code);
    }

    public byte[] salt() {
        byte[] salt = new byte[16];
        secure.nextBytes(salt);
        return salt;
    }

    public String deviceToken() {
        byte[] token = new byte[32];
        secure.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    private static String sixDigits(int code) {
        String digits = "00000" + code;
        return digits.substring(digits.length() - 6);
    }
}
