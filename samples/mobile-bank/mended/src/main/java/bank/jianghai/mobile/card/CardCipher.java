package bank.jianghai.mobile.card;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Encrypts card data before it is stored. */
@Component
public class CardCipher {

    private final SecureRandom random = new SecureRandom();

    /** The PIN block for the terminal network. */
    public byte[] encryptPinBlock(byte[] block, SecretKey key) throws GeneralSecurityException {
        return encryptHolder(block, key);
    }

    /** The card number. */
    public byte[] encryptNumber(byte[] number, SecretKey key) throws GeneralSecurityException {
        return encryptHolder(number, key);
    }

    /** The expiry date. */
    public byte[] encryptExpiry(byte[] expiry, SecretKey key) throws GeneralSecurityException {
        return encryptHolder(expiry, key);
    }

    /** The name on the card. */
    public byte[] encryptHolder(byte[] holder, SecretKey key) throws GeneralSecurityException {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
        return join(iv, cipher.doFinal(holder));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
