package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import dev.touchstone.scanners.ScannerRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Private keys in armour, over several lines or in one with {@code \n} in it. */
final class PemBlocks {

    private static final String BEGIN = "-----BEGIN ";
    private static final String PUTTY = "PuTTY-User-Key-File-";
    private static final int LONGEST = 30_000;

    private static final Pattern BODY = Pattern.compile("[A-Za-z0-9+/=-]+");
    private static final Pattern AROUND = Pattern.compile("^[^A-Za-z0-9+/]+|[^A-Za-z0-9+/=]+$");

    private final Rules rules;

    PemBlocks(Rules rules) {
        this.rules = rules;
    }

    void read(FileText file, List<Found> found) {
        String text = file.text();
        putty(text, found);
        for (int at = text.indexOf(BEGIN);
                at >= 0 && found.size() < 2_000;
                at = text.indexOf(BEGIN, at + 1)) {
            int label = at + BEGIN.length();
            int close = text.indexOf("-----", label);
            if (close > 0 && close - label < 50) {
                block(text, at, text.substring(label, close), close + 5, found);
            }
        }
    }

    private void putty(String text, List<Found> found) {
        int at = text.indexOf(PUTTY);
        int end = at < 0 ? -1 : text.indexOf('\n', at);
        if (end > 0 && text.startsWith("Encryption: none", end + 1)) {
            SecretRule rule = rules.byId("TS-SECRET-PUTTY-PRIVATE-KEY");
            found.add(new Found(rule.text(), "", at, end, 10 * rule.order()));
        }
    }

    private void block(String text, int at, String label, int body, List<Found> found) {
        String id = ruleOf(label);
        if (id == null) {
            return;
        }
        int limit = Math.min(text.length(), body + LONGEST);
        int end = text.indexOf("-----END", body);
        end = end < 0 || end > limit ? limit : end;
        String content = text.substring(body, end);
        String base64 = withoutHeaders(content);
        if (base64.length() < 20
                || !BODY.matches(base64)
                || base64.startsWith("${")
                || base64.contains("...")
                || base64.contains("<")) {
            return;
        }
        SecretRule rule = rules.byId(id);
        if (isUnderPassphrase(content, label, base64)) {
            return;
        }
        boolean opaque =
                label.startsWith("PGP") || label.startsWith("OpenVPN") || label.startsWith("SSH2");
        boolean proven = opaque || rule.check().proves(base64);
        ScannerRule reported = proven ? rule.text() : rule.unproven();
        if (reported != null) {
            found.add(new Found(reported, "", at, end, 10 * rule.order()));
        }
    }

    /** Of use only to somebody who has the passphrase too. */
    private static boolean isUnderPassphrase(String content, String label, String base64) {
        if (content.contains("ENCRYPTED") || label.contains("ENCRYPTED")) {
            return true;
        }
        String head = base64.substring(0, Math.min(80, base64.length()) & ~3);
        String start = new String(Check.bytes(head), StandardCharsets.ISO_8859_1);
        return start.startsWith("openssh-key-v1")
                && (start.contains("aes") || start.contains("chacha"));
    }

    private static @Nullable String ruleOf(String label) {
        String folded = label.toLowerCase(Locale.ROOT);
        if (folded.contains("openvpn static key")) return "TS-SECRET-OPENVPN-STATIC-KEY";
        if (folded.startsWith("pgp private")) return "TS-SECRET-PGP-PRIVATE-KEY";
        if (!folded.contains("private key")) return null;
        return folded.startsWith("openssh") || folded.startsWith("ssh2")
                ? "TS-SECRET-OPENSSH-PRIVATE-KEY"
                : "TS-SECRET-PRIVATE-KEY";
    }

    /** Lines such as {@code Proc-Type: 4,ENCRYPTED} say something about the key. */
    private static String withoutHeaders(String content) {
        var base64 = new StringBuilder();
        for (String line : content.split("\\n|\\\\n|\\r|\\\\r")) {
            if (!line.contains(": ")) {
                base64.append(AROUND.matcher(line).replaceAll(""));
            }
        }
        return base64.toString();
    }
}
