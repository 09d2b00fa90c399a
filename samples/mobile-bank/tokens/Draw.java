import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Draws from a fixed seed and a name, so that a value does not depend on the values before it. */
final class Draw {

    static final String DIGITS = "0123456789";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String HEX = "0123456789abcdef";
    static final String BASE32 = UPPER + "234567";
    static final String BASE62 = DIGITS + UPPER + LOWER;
    static final String WEB = BASE62 + "-_";

    private static final String SEED = "jianghai 2026-11-25 ";

    private final Random random;

    Draw(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes(SEED + name));
            random = new Random(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String of(String alphabet, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String hex(int length) {
        return of(HEX, length);
    }

    String mixed(int length) {
        return of(BASE62, length);
    }

    byte[] octets(int length) {
        var octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    Random random() {
        return random;
    }

    String uuid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-" + of("89ab", 1) + hex(3) + "-" + hex(12);
    }

    String password() {
        var word = of(UPPER, 1) + of("aeiou", 1) + of("nrlt", 1) + of("aeiou", 1) + of(LOWER, 2);
        return word + of("_-.", 1) + of(BASE62, 5) + of(DIGITS, 3);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    static String web64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    static long crc(String text) {
        var crc = new CRC32();
        crc.update(bytes(text));
        return crc.getValue();
    }

    /** The checksum of six characters that ends tokens of GitHub and npm. */
    static String crc62(String text) {
        var rest = crc(text);
        var digits = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            digits.insert(0, BASE62.charAt((int) (rest % 62)));
            rest /= 62;
        }
        return digits.toString();
    }

    static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same text with another last character of the same sort: a checksum at its end no longer fits. */
    static String spoilt(String text) {
        var end = text.length() - 1;
        var other =
                switch (text.charAt(end)) {
                    case '0' -> '1';
                    case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> '0';
                    case 'a' -> 'b';
                    default -> 'a';
                };
        return text.substring(0, end) + other;
    }
}
