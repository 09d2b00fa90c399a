package dev.touchstone.engine.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text. */
final class Pem {

    private Pem() {}

    static String write(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    static byte[] read(String label, String pem) {
        var begin = "-----BEGIN " + label + "-----";
        var end = "-----END " + label + "-----";
        var text = pem.strip();
        if (!text.startsWith(begin) || !text.endsWith(end)) {
            throw new InvalidKey("The file is not one PEM block \"" + label + "\".", null);
        }
        var base64 =
                text.substring(begin.length(), text.length() - end.length()).replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException cause) {
            throw new InvalidKey("The PEM block \"" + label + "\" is not base64.", cause);
        }
    }
}
