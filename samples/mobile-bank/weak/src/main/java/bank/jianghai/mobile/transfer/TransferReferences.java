package bank.jianghai.mobile.transfer;

import java.security.SecureRandom;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Numbers that a customer can quote, and that open a receipt without a sign-in. */
@Component
public class TransferReferences {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom secure = new SecureRandom();

    /** Reference printed on the receipt. */
    public String receiptReference() {
        Random random = new Random();
        StringBuilder text = new StringBuilder("R");
        for (int i = 0; i < 16; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Reference of a standing order. */
    public String standingOrderReference() {
        StringBuilder text = new StringBuilder("S");
        for (int i = 0; i < 16; i++) {
            text.append(ALPHABET.charAt(secure.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
