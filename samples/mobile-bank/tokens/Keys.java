import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Private keys in the usual containers; primes and scalars come from the draw, so nobody uses them. */
final class Keys {

    private static final byte[] RSA_OID = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    private static final byte[] P256_OID = {0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x03, 0x01, 0x07};
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private Keys() {}

    static byte[] rsa(Draw draw) {
        var p = prime(draw);
        var q = prime(draw);
        var one = BigInteger.ONE;
        var secret = EXPONENT.modInverse(p.subtract(one).multiply(q.subtract(one)));
        return part(
                0x30,
                number(BigInteger.ZERO),
                number(p.multiply(q)),
                number(EXPONENT),
                number(secret),
                number(p),
                number(q),
                number(secret.mod(p.subtract(one))),
                number(secret.mod(q.subtract(one))),
                number(q.modInverse(p)));
    }

    static byte[] pkcs8(Draw draw) {
        return part(0x30, number(BigInteger.ZERO), RSA_OID, part(0x04, rsa(draw)));
    }

    static byte[] publicRsa(Draw draw) {
        var modulus = prime(draw).multiply(prime(draw));
        var bits = part(0x30, number(modulus), number(EXPONENT));
        return part(0x30, RSA_OID, part(0x03, joined(new byte[] {0}, bits)));
    }

    static byte[] ec(Draw draw) {
        return part(0x30, number(BigInteger.ONE), part(0x04, draw.octets(32)), part(0xa0, P256_OID));
    }

    static byte[] openSsh(Draw draw) {
        var open = draw.octets(32);
        var algorithm = text("ssh-ed25519");
        var check = draw.octets(4);
        var secret = text(joined(draw.octets(32), open));
        var inner = joined(check, check, algorithm, text(open), secret, text("deploy@jianghai.example"));
        var padded = Arrays.copyOf(inner, (inner.length + 7) / 8 * 8);
        for (var i = inner.length; i < padded.length; i++) {
            padded[i] = (byte) (i - inner.length + 1);
        }
        var header = Draw.bytes("openssh-key-v1\0");
        var one = new byte[] {0, 0, 0, 1};
        var outer = text(joined(algorithm, text(open)));
        return joined(header, text("none"), text("none"), text(""), one, outer, text(padded));
    }

    static String pem(String label, byte[] octets, int width) {
        var body = Draw.base64(octets).replaceAll("(.{" + width + "})(?!$)", "$1\n");
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
    }

    /** Still Base64 between the right lines, but what it holds ends early. */
    static byte[] cut(byte[] octets) {
        return Arrays.copyOf(octets, octets.length / 3);
    }

    private static BigInteger prime(Draw draw) {
        var candidate = new BigInteger(1024, draw.random()).setBit(1023).setBit(1022).setBit(0);
        while (!candidate.isProbablePrime(40)) {
            candidate = candidate.add(BigInteger.TWO);
        }
        return candidate;
    }

    private static byte[] number(BigInteger value) {
        return part(0x02, value.toByteArray());
    }

    private static byte[] part(int tag, byte[]... parts) {
        var body = joined(parts);
        byte[] head;
        if (body.length < 128) {
            head = new byte[] {(byte) tag, (byte) body.length};
        } else if (body.length < 256) {
            head = new byte[] {(byte) tag, (byte) 0x81, (byte) body.length};
        } else {
            head = new byte[] {(byte) tag, (byte) 0x82, (byte) (body.length >> 8), (byte) body.length};
        }
        return joined(head, body);
    }

    private static byte[] text(String text) {
        return text(Draw.bytes(text));
    }

    private static byte[] text(byte[] octets) {
        return joined(ByteBuffer.allocate(4).putInt(octets.length).array(), octets);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
