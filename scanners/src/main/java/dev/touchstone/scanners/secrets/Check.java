package dev.touchstone.scanners.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;

/** What a token's own structure proves. */
enum Check {
    NONE {
        @Override
        boolean proves(String value) {
            return true;
        }
    },
    /** GitHub and npm: the last six characters are the CRC-32 of those before, in base 62. */
    CRC_BASE62 {
        @Override
        boolean proves(String value) {
            int body = value.lastIndexOf('_') + 1;
            int split = value.length() - 6;
            return split > body
                    && base62(crc(value.substring(body, split))).equals(value.substring(split));
        }
    },
    /** Header and claims are JSON objects and the header names an algorithm. */
    JWT {
        @Override
        boolean proves(String value) {
            String[] parts = value.split("\\.", -1);
            String claims = parts.length < 3 ? "" : decoded(parts[1]).strip();
            return !refutes(value)
                    && (parts.length == 5
                            || claims.startsWith("{")
                                    && claims.endsWith("}")
                                    && claims.indexOf('\uFFFD') < 0);
        }

        @Override
        boolean refutes(String value) {
            int dot = value.indexOf('.');
            String header = dot < 0 ? "" : decoded(value.substring(0, dot)).strip();
            return !header.startsWith("{") || !header.endsWith("}") || !header.contains("\"alg\"");
        }
    },
    /** GitLab's routable tokens end with the CRC-32 of all before, in base 36. */
    CRC_BASE36 {
        @Override
        boolean proves(String value) {
            int split = value.length() - 7;
            String sum = "000000" + Long.toString(crc(value.substring(0, split)), 36);
            return value.endsWith(sum.substring(sum.length() - 7));
        }
    },
    /** Grafana's end with the CRC-32 of all before, in hex. */
    CRC_HEX {
        @Override
        boolean proves(String value) {
            int split = value.lastIndexOf('_');
            return value.substring(split + 1)
                    .equalsIgnoreCase(
                            String.format(Locale.ROOT, "%08x", crc(value.substring(0, split))));
        }
    },
    /** A macaroon that names the place where it counts. */
    PYPI {
        @Override
        boolean proves(String value) {
            return decoded(value.substring(5)).contains("pypi.");
        }
    },
    /** Base 32; newer ones hold the number of the account, which has twelve digits. */
    AWS_KEY_ID {
        @Override
        boolean proves(String value) {
            long bits = 0;
            for (int i = 4; i < value.length(); i++) {
                int digit = BASE32.indexOf(value.charAt(i));
                if (digit < 0) return false;
                bits = i < 14 ? bits << 5 | digit : bits;
            }
            boolean holdsAccount = value.charAt(4) >= 'Q' || value.charAt(4) < 'A';
            long account = (bits >> 2 & 0x7fffffffff80L) >> 7;
            return !holdsAccount || account < 1_000_000_000_000L;
        }
    },
    /** Base 64 of a private key with its armour. */
    ARMOURED_INSIDE {
        @Override
        boolean proves(String value) {
            String text = decoded(value);
            return text.startsWith("-----BEGIN ") && text.contains("PRIVATE KEY-----");
        }
    },
    /** A key in DER or in OpenSSH's form behind the armour. */
    PRIVATE_KEY {
        @Override
        boolean proves(String value) {
            byte[] key = bytes(value);
            return isSequence(key) || isOpenSsh(key);
        }
    },
    /** PKCS #8 or PKCS #1 without its armour, as payment platforms hand keys out. */
    BARE_PRIVATE_KEY {
        @Override
        boolean proves(String value) {
            byte[] key = bytes(value);
            int at = key.length > 4 && (key[1] & 0xFF) > 0x80 ? 2 + (key[1] & 0x7F) : 2;
            return isSequence(key)
                    && key.length > at + 3
                    && key[at] == 2
                    && key[at + 1] == 1
                    && key[at + 2] == 0;
        }

        @Override
        boolean refutes(String value) {
            return isSequence(bytes(value)) && !proves(value);
        }
    },
    /** Base 64 of {@code user:password}. */
    BASIC {
        @Override
        boolean proves(String value) {
            String text = new String(bytes(value), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon > 0
                    && colon < text.length() - 1
                    && text.chars().allMatch(c -> c >= 32 && c != 0xFFFD);
        }
    },
    /** Base 64 of 64 random bytes. */
    BYTES_64 {
        @Override
        boolean proves(String value) {
            return bytes(value).length == 64;
        }
    },
    /** The first part is base 64 of the bot's number. */
    DISCORD {
        @Override
        boolean proves(String value) {
            String id = decoded(value.substring(0, value.indexOf('.')));
            return id.length() >= 16 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    },
    /** Behind the last underscore comes base 64 of a JSON object. */
    JSON_INSIDE {
        @Override
        boolean proves(String value) {
            int at = value.indexOf("eyJ");
            int end = at < 0 ? -1 : endOfBase64(value, at);
            String inside = at < 0 ? "" : decoded(value.substring(at, end));
            return inside.startsWith("{\"")
                    && inside.endsWith("}")
                    && inside.chars().allMatch(c -> c >= 32 && c < 127);
        }
    };

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    abstract boolean proves(String value);

    /**
     * Whether a value that fails is worth a word: it has a token's form, and nothing but its
     * checksum speaks against it.
     */
    boolean leavesDoubt() {
        return switch (this) {
            case CRC_BASE62,
                    CRC_BASE36,
                    CRC_HEX,
                    PYPI,
                    JWT,
                    AWS_KEY_ID,
                    PRIVATE_KEY,
                    BARE_PRIVATE_KEY,
                    DISCORD,
                    JSON_INSIDE ->
                    true;
            case NONE, BASIC, BYTES_64, ARMOURED_INSIDE -> false;
        };
    }

    /** It is something else, and whole: a public key is no broken private one. */
    boolean refutes(String value) {
        return false;
    }

    static long crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return crc.getValue();
    }

    static String base62(long number) {
        var digits = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            digits.append(BASE62.charAt((int) (number % 62)));
            number /= 62;
        }
        return digits.reverse().toString();
    }

    /** Empty when it is no base 64. */
    static byte[] bytes(String base64) {
        var clean = new StringBuilder(base64.length());
        for (int i = 0; i < base64.length(); i++) {
            char c = base64.charAt(i);
            if (c == '\\' && i + 1 < base64.length() && "nrt".indexOf(base64.charAt(i + 1)) >= 0) {
                i++;
            } else if (!Character.isWhitespace(c) && c != '=') {
                clean.append(c == '-' ? '+' : c == '_' ? '/' : c);
            }
        }
        try {
            return Base64.getDecoder().decode(clean.toString());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    static String decoded(String base64) {
        return new String(bytes(base64), StandardCharsets.UTF_8);
    }

    private static int endOfBase64(String value, int at) {
        while (at < value.length()
                && (Shape.goesOn(value.charAt(at)) || "-+/=".indexOf(value.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Its fields fill it exactly. */
    private static boolean isOpenSsh(byte[] key) {
        if (!new String(key, 0, Math.min(14, key.length), StandardCharsets.ISO_8859_1)
                .equals("openssh-key-v1")) {
            return false;
        }
        int at = 15;
        for (int field = 0; field < 6; field++) {
            if (at + 4 > key.length) return false;
            int length = ByteBuffer.wrap(key, at, 4).getInt();
            at += 4;
            if (field == 3) {
                continue;
            }
            if (length < 0 || length > key.length - at) return false;
            at += length;
        }
        return at == key.length;
    }

    /** A DER sequence that is as long as it says. */
    private static boolean isSequence(byte[] der) {
        if (der.length < 40 || der[0] != 0x30) {
            return false;
        }
        int first = der[1] & 0xFF;
        if (first < 0x80) {
            return first + 2 == der.length;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7F) && i < 3; i++) {
            length = length << 8 | der[2 + i] & 0xFF;
        }
        return length + 2 + (first & 0x7F) == der.length;
    }
}
