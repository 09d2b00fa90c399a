package dev.touchstone.scanners.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells files that hold keys by how their bytes begin, whatever their name. */
final class KeyStores {

    private static final byte[] PKCS12 = {0x02, 0x01, 0x03};

    /**
     * The first bytes of the identifiers of a bag with a key, in the clear or under the passphrase.
     */
    private static final byte[] KEY_BAG = {
        0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x02
    };

    private KeyStores() {}

    /** Id of the rule; null when the bytes are none. */
    static @Nullable String ruleOf(String path, byte[] bytes) {
        if (isJavaKeyStore(bytes)) return "TS-SECRET-JAVA-KEYSTORE";
        if (isPkcs12(bytes)) return contains(bytes, KEY_BAG) ? "TS-SECRET-PKCS12-KEYSTORE" : null;
        if (begins(bytes, 0x05, 0x02, 0x00) && path.toLowerCase(Locale.ROOT).contains("keytab"))
            return "TS-SECRET-KERBEROS-KEYTAB";
        if (begins(bytes, 0x95) && bytes.length > 100 && path.endsWith(".gpg"))
            return "TS-SECRET-PGP-PRIVATE-KEY";
        String start =
                new String(bytes, 0, Math.min(32, bytes.length), StandardCharsets.ISO_8859_1);
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean browser =
                name.equals("key4.db") || name.equals("key3.db") || name.equals("login data");
        if (browser
                && (start.startsWith("SQLite format 3") || begins(bytes, 0x00, 0x06, 0x15, 0x61)))
            return "TS-SECRET-BROWSER-PASSWORDS";
        if (start.startsWith("GnomeKeyring") || start.startsWith("KWALLET"))
            return "TS-SECRET-DESKTOP-KEYRING";
        if (name.equals(".mylogin.cnf") && begins(bytes, 0, 0, 0, 0))
            return "TS-SECRET-MYSQL-LOGIN-PATH";
        return isDerKey(bytes) ? "TS-SECRET-PRIVATE-KEY" : null;
    }

    /** With a key in its first entry; one of certificates alone only says whom to trust. */
    private static boolean isJavaKeyStore(byte[] bytes) {
        boolean magic =
                begins(bytes, 0xFE, 0xED, 0xFE, 0xED) || begins(bytes, 0xCE, 0xCE, 0xCE, 0xCE);
        return magic && bytes.length > 16 && bytes[15] != 2;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) return true;
        }
        return false;
    }

    /** A sequence whose first member is version 3. */
    private static boolean isPkcs12(byte[] bytes) {
        if (bytes.length < 60 || bytes[0] != 0x30) {
            return false;
        }
        int first = bytes[1] & 0xFF;
        int at = first <= 0x80 ? 2 : 2 + (first & 0x7F);
        for (int i = 0; i < PKCS12.length; i++) {
            if (bytes[at + i] != PKCS12[i]) return false;
        }
        return bytes[at + 3] == 0x30;
    }

    private static boolean isDerKey(byte[] bytes) {
        if (bytes.length < 60 || bytes.length > 20_000 || bytes[0] != 0x30) {
            return false;
        }
        return Check.BARE_PRIVATE_KEY.proves(java.util.Base64.getEncoder().encodeToString(bytes));
    }

    private static boolean begins(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != magic[i]) return false;
        }
        return true;
    }
}
