package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand in a file under the name of a password, a token or a key. */
final class WrittenSecrets {

    private static final Pattern SURE =
            Pattern.compile(
                    ".*((?<!by|com|tres)pass|password|passwd|passphrase|pwd|secretkey|secretaccesskey|accesskeysecret"
                            + "|apikey|apisecret|clientsecret|accesstoken|authtoken|privatekey"
                            + "|accountkey|masterkey|encryptionkey|signingkey|jwtsecret)");
    private static final Pattern MAYBE = Pattern.compile(".*(secret|token|credential|credentials)");
    private static final Pattern NAME_OF_ANOTHER =
            Pattern.compile(
                    ".*(existing|pull|tls|cert|certificate|ca|use|has|enable)(d)?(secret|token|password)");
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "[$<%*].*|\\{\\{.*|ENC[\\[(].*|(vault|arn|secret|file|ref|env|kms|ssm|projects|https?|data)[:/].*"
                            + "|[/.~].*|x{3,}",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z]+([-_./][a-z0-9]+)*|[A-Z_]+");
    private static final Pattern MEASURE = Pattern.compile("[0-9.]+[a-zA-Z%]{0,3}");
    private static final Set<String> WORDS =
            Set.of(
                    "true",
                    "false",
                    "none",
                    "null",
                    "required",
                    "optional",
                    "disabled",
                    "enabled",
                    "always",
                    "never",
                    "default",
                    "seconds",
                    "minutes",
                    "hours",
                    "days",
                    "string",
                    "redacted",
                    "random",
                    "auto");
    private static final int DEEPEST = 40;

    private WrittenSecrets() {}

    static List<Node> in(Node node) {
        var found = new ArrayList<Node>();
        walk(node, 0, found);
        return found;
    }

    private static void walk(Node node, int depth, List<Node> into) {
        if (depth > DEEPEST) return;
        switch (node) {
            case Node.Items items -> items.nodes().forEach(each -> walk(each, depth + 1, into));
            case Node.Fields fields -> {
                pair(fields.nodes(), into);
                fields.nodes()
                        .forEach(
                                (name, value) -> {
                                    if (!(value instanceof Node.Scalar scalar)) {
                                        walk(value, depth + 1, into);
                                    } else if (isSecret(name, scalar)) {
                                        into.add(value);
                                    }
                                });
            }
            case Node.Scalar _, Node.Unknown _ -> {}
        }
    }

    /** {@code name: DB_PASSWORD, value: …}. */
    private static void pair(Map<String, Node> fields, List<Node> into) {
        if (fields.get("name") instanceof Node.Scalar name
                && fields.get("value") instanceof Node.Scalar value
                && isSecret(name.text(), value)) {
            into.add(value);
        }
    }

    static boolean isSecret(String name, Node.Scalar value) {
        if (!(value.value() instanceof String text) || text.length() < 4) return false;
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        boolean sure = SURE.matcher(plain).matches();
        boolean maybe = MAYBE.matcher(plain).matches();
        if (!(sure || maybe) || NAME_OF_ANOTHER.matcher(plain).matches()) return false;
        if (WORDS.contains(text.toLowerCase(Locale.ROOT)) || REFERENCE.matcher(text).matches()) {
            return false;
        }
        if (MEASURE.matcher(text).matches() && !sure) return false;
        return sure || (text.length() >= 8 && !PLAIN_NAME.matcher(text).matches());
    }
}
