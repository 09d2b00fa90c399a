package dev.touchstone.scanners.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rule's examples from its notation, so that no whole token stands in a file of ours.
 * {@code «…»} marks the secret; in it {@code {alnum:20}} and the like are replaced by random
 * characters from a fixed seed, and {@code {github}} and the other names below by a text whose
 * structure proves itself.
 */
final class Example {

    private static final String EC_KEY =
            "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420";
    private static final String ELSEWHERE = "${FROM_THE_VAULT}";

    private final SplittableRandom random;

    Example(String seed) {
        this.random = new SplittableRandom(seed.hashCode());
    }

    String faulty(String notation) {
        return expand(notation.replace("«", "").replace("»", ""));
    }

    /**
     * The faulty example with a secret whose form still fits and whose structure proves nothing.
     */
    String broken(String notation, boolean cut, int left) {
        String marked = expand(notation);
        int open = marked.indexOf('«');
        String secret = marked.substring(open + 1, marked.indexOf('»'));
        String rest = marked.substring(marked.indexOf('»') + 1).replace("«", "").replace("»", "");
        return marked.substring(0, open)
                + (cut
                        ? secret.substring(0, left > 0 ? left : secret.length() - 5)
                        : spoilt(secret))
                + rest;
    }

    private static String spoilt(String secret) {
        int inside = secret.indexOf("eyJ");
        int at = inside >= 0 ? inside + 4 : secret.startsWith("M") ? 2 : 10;
        if (inside == 0) {
            at = secret.indexOf('.') + 6;
        }
        var broken = new StringBuilder(secret);
        for (int i = at; i < at + (inside >= 0 ? 4 : 1); i++) {
            broken.setCharAt(i, secret.charAt(i) == '1' ? '0' : '1');
        }
        return broken.toString();
    }

    String mended(String notation) {
        var text = new StringBuilder();
        int at = 0;
        for (int open = notation.indexOf('«'); open >= 0; open = notation.indexOf('«', at)) {
            text.append(notation, at, open).append(ELSEWHERE);
            at = notation.indexOf('»', open) + 1;
        }
        return expand(text.append(notation.substring(at)).toString());
    }

    private String expand(String notation) {
        var text = new StringBuilder();
        int at = 0;
        while (at < notation.length()) {
            int brace = notation.indexOf('{', at);
            int close = brace < 0 ? -1 : notation.indexOf('}', brace);
            if (close < 0) {
                return text.append(notation.substring(at)).toString();
            }
            text.append(notation, at, brace);
            String made = make(notation.substring(brace + 1, close));
            text.append(made == null ? "{" : made);
            at = made == null ? brace + 1 : close + 1;
        }
        return text.toString();
    }

    private @Nullable String make(String name) {
        return switch (name) {
            case "github" -> checksummed();
            case "jwt" -> jwt();
            case "key" -> base64(key());
            case "pem64" ->
                    base64(
                            ("-----BEGIN "
                                            + "PRIVATE KEY-----\n"
                                            + base64(key())
                                            + "\n-----END "
                                            + "PRIVATE KEY-----\n")
                                    .getBytes(StandardCharsets.UTF_8));
            case "gitlab" -> routable(shape("url:40") + ".14");
            case "grafana" -> grafana(shape("alnum:32"));
            case "pypi" ->
                    base64(
                                    ("\u0002\u0001\u0008pypi" + ".org\u0002$" + shape("hex:80"))
                                            .getBytes(StandardCharsets.UTF_8))
                            .replace("=", "");
            case "openssh" -> base64(openSsh());
            case "basic" -> base64(("ci:" + shape("alnum:14")).getBytes(StandardCharsets.UTF_8));
            case "b64" -> base64(shape("alnum:18").getBytes(StandardCharsets.UTF_8));
            case "bytes64" -> base64(bytes(64));
            case "aws" -> "E" + shape("b32:15");
            case "bot" -> base64(shape("digit:18").getBytes(StandardCharsets.UTF_8));
            case "json" ->
                    base64(
                                    ("{\"iat\":" + shape("digit:10") + ",\"org\":\"bank\"}")
                                            .getBytes(StandardCharsets.UTF_8))
                            .replace("=", "");
            default -> name.matches("[A-Za-z0-9]+:[0-9]+(-[0-9]+|\\+)?") ? shape(name) : null;
        };
    }

    private static String routable(String head) {
        String sum = "000000" + Long.toString(Check.crc("glpat-" + head), 36);
        return head + sum.substring(sum.length() - 7);
    }

    private static String grafana(String body) {
        return body + String.format(Locale.ROOT, "_%08x", Check.crc("glsa_" + body));
    }

    private String checksummed() {
        String body = shape("alnum:30");
        return body + Check.base62(Check.crc(body));
    }

    private String jwt() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        String header =
                encoder.encodeToString(
                        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims =
                encoder.encodeToString(
                        ("{\"sub\":\"" + shape("lownum:12") + "\"}")
                                .getBytes(StandardCharsets.UTF_8));
        return header + "." + claims + "." + encoder.encodeToString(bytes(32));
    }

    private byte[] key() {
        byte[] head = HexFormat.of().parseHex(EC_KEY);
        return ByteBuffer.allocate(head.length + 32).put(head).put(bytes(32)).array();
    }

    private byte[] openSsh() {
        var key = ByteBuffer.allocate(15 + 4 + 4 + 4 + 4 + 4 + 4 + 4 + 51 + 4 + 136);
        key.put("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII));
        for (String field : new String[] {"none", "none", ""}) {
            key.putInt(field.length()).put(field.getBytes(StandardCharsets.US_ASCII));
        }
        return key.putInt(1).putInt(51).put(bytes(51)).putInt(136).put(bytes(136)).array();
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String shape(String run) {
        return Shape.parse("{" + run + "}").example(random);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
