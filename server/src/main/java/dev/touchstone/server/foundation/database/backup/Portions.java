package dev.touchstone.server.foundation.database.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM in portions. Each portion's nonce counts it and says whether it is the last one, so
 * none can be left out, moved or cut off; the file's head is authenticated with every portion.
 */
final class Portions {

    static final byte[] MAGIC = "TSBACKUP1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    static final int SALT = 16;
    static final int PREFIX = 7;
    static final int HEAD = MAGIC.length + 4 + 4 + SALT + PREFIX;
    static final int PLAIN = 1 << 16;
    static final int TAG = 16;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final byte[] head;
    private final byte[] prefix;
    private int number;

    Portions(SecretKey key, byte[] head) {
        this.key = key;
        this.head = head;
        this.prefix = java.util.Arrays.copyOfRange(head, HEAD - PREFIX, HEAD);
    }

    static byte[] head(byte[] salt, byte[] prefix) {
        return ByteBuffer.allocate(HEAD)
                .put(MAGIC)
                .putInt(Passphrase.MEMORY_KIB)
                .putInt(Passphrase.ROUNDS)
                .put(salt)
                .put(prefix)
                .array();
    }

    byte[] seal(byte[] plain, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
    }

    byte[] open(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        var nonce =
                ByteBuffer.allocate(NONCE)
                        .put(prefix)
                        .putInt(number)
                        .put((byte) (last ? 1 : 0))
                        .array();
        number = Math.addExact(number, 1);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        return cipher;
    }
}
