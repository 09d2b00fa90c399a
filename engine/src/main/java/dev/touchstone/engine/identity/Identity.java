package dev.touchstone.engine.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What makes a finding itself. Equal findings in one file share it and are parted by an ordinal.
 *
 * @param canonical the input of the digest: the definition's name, then name and value of every
 *     ingredient and the path, each as {@code length:text,}; kept, so that nothing has to be
 *     guessed later
 * @param digest SHA-256 of the canonical input
 * @param context first eight bytes of the digest over everything but the path; equal for a file
 *     that was renamed
 * @param placed false when only tool and rule are known besides the path
 */
@SuppressWarnings("ArrayRecordComponent")
public record Identity(String canonical, byte[] digest, long context, boolean placed) {

    /** The fingerprint of the finding with that ordinal, as lower-case hex. */
    public static String fingerprint(String canonical, int ordinal) {
        var text = Integer.toString(ordinal);
        var input = canonical + "7:ORDINAL," + text.length() + ":" + text + ",";
        return HexFormat.of()
                .formatHex(
                        IdentityDefinition.sha256().digest(input.getBytes(StandardCharsets.UTF_8)));
    }

    /** Name and version of the definition that a canonical input was made by. */
    public static String definitionOf(String canonical) {
        int colon = canonical.indexOf(':');
        return canonical.substring(
                colon + 1, colon + 1 + Integer.parseInt(canonical.substring(0, colon)));
    }

    /** The digest as a key for maps. */
    public Key key() {
        return Key.of(digest);
    }

    /** The digest in a form that maps compare quickly. */
    public record Key(long a, long b, long c, long d) {

        public static Key of(byte[] digest) {
            var bytes = ByteBuffer.wrap(digest);
            return new Key(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }

        public byte[] digest() {
            return ByteBuffer.allocate(32).putLong(a).putLong(b).putLong(c).putLong(d).array();
        }
    }
}
