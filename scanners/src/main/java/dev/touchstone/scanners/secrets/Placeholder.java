package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Texts that stand where a secret will be, or say where it comes from. */
final class Placeholder {

    private static final Set<String> WORDS =
            Set.of(
                    "none",
                    "null",
                    "nil",
                    "undefined",
                    "true",
                    "false",
                    "yes",
                    "no",
                    "on",
                    "off",
                    "n/a",
                    "na",
                    "tbd",
                    "todo",
                    "fixme",
                    "xxx",
                    "string",
                    "text",
                    "required",
                    "optional",
                    "empty",
                    "prompt",
                    "redacted",
                    "masked",
                    "hidden",
                    "unset",
                    "placeholder",
                    "dummy",
                    "example",
                    "sample",
                    "value",
                    "int",
                    "integer",
                    "boolean",
                    "bool",
                    "object",
                    "bytes",
                    "str",
                    "any",
                    "void",
                    "number",
                    "default",
                    "auto",
                    "disabled",
                    "enabled",
                    "insert",
                    "enter",
                    "input",
                    "unknown",
                    "self",
                    "this",
                    "always",
                    "never",
                    "optional<string>",
                    "basic",
                    "bearer",
                    "digest",
                    "env",
                    "file",
                    "ask",
                    "sensitive",
                    "censored",
                    "removed",
                    "secret",
                    "password",
                    "passwd",
                    "token",
                    "key",
                    "pwd",
                    "apikey",
                    "api_key",
                    "access_token",
                    "plain",
                    "plaintext",
                    "literal",
                    "login",
                    "authorization",
                    "cookie",
                    "credentials",
                    "credential",
                    "enc",
                    "username",
                    "user",
                    "email",
                    "text/plain",
                    "passphrase",
                    "pass",
                    "{}",
                    "[]",
                    "nopass");

    /** In an example file these are placeholders; elsewhere they are passwords that stayed. */
    private static final Set<String> WAITING =
            Set.of(
                    "changeme",
                    "changeit",
                    "change-me",
                    "change_me",
                    "change-it",
                    "secret123",
                    "password123",
                    "passw0rd",
                    "123456",
                    "letmein",
                    "root",
                    "admin",
                    "test",
                    "guest",
                    "postgres",
                    "mysql");

    private static final List<String> WITHIN =
            List.of(
                    "${",
                    "{{",
                    "#{",
                    "<%",
                    "%>",
                    "$(",
                    "}}",
                    "your_",
                    "your-",
                    "your ",
                    "yourpass",
                    "yourpwd",
                    "yoursecret",
                    "yourtoken",
                    "yourkey",
                    "my_secret_here",
                    "_here",
                    "-here",
                    "replace_",
                    "replace-",
                    "replaceme",
                    "replace me",
                    "changethis",
                    "change-this",
                    "change_this",
                    "redacted",
                    "placeholder",
                    "xxxx",
                    "****",
                    "....",
                    "insert_",
                    "example_",
                    "<password",
                    "<secret",
                    "<token",
                    "<your",
                    "process.env",
                    "os.environ",
                    "getenv",
                    "system.env",
                    "secrets.",
                    "secretsmanager",
                    "vault:",
                    "secretref",
                    "valuefrom",
                    "keyvault",
                    "lookup(",
                    "todo",
                    "fixme",
                    "put_your",
                    "enter_your",
                    "add_your",
                    "-your-",
                    "_your_",
                    "dummy",
                    "not-a-real",
                    "notreal",
                    "…",
                    "\u2022",
                    "not_set",
                    "not-set",
                    "notset",
                    "你的",
                    "您的",
                    "替换",
                    "请输入",
                    "请填");

    private static final List<String> AHEAD =
            List.of(
                    "enc(",
                    "{cipher}",
                    "vault:",
                    "vault(",
                    "env:",
                    "env(",
                    "env.",
                    "op://",
                    "ref+",
                    "!vault",
                    "!ref",
                    "!sub",
                    "!secret",
                    "!env",
                    "!getatt",
                    "!reference",
                    "arn:aws:",
                    "secret://",
                    "var.",
                    "local.",
                    "data.",
                    "module.",
                    "random_",
                    "aws_",
                    "azurerm_",
                    "google_",
                    "file(",
                    "file:",
                    "@microsoft.",
                    "projects/",
                    "kms:",
                    "awssm:",
                    "ssm:",
                    "sops:",
                    "cmd:",
                    "resource:",
                    "classpath:",
                    "config.",
                    "settings.",
                    "props.",
                    "this.",
                    "self.",
                    "request.",
                    "req.",
                    "params.",
                    "options.",
                    "args.",
                    "&",
                    "*",
                    "sm://",
                    "gcp:",
                    "awskms",
                    "key-vault",
                    "credentials(",
                    "get(",
                    "hiera(",
                    "alias(",
                    "-----begin",
                    "http://",
                    "https://",
                    "ssh-",
                    "read ",
                    "age1",
                    "{vault}",
                    "prompt:",
                    "`",
                    "keyring:",
                    "pass:");

    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\$[A-Za-z_][A-Za-z0-9_]*|\\$env:.*|%[A-Za-z_][A-Za-z0-9_.]*%|@[A-Za-z_.-]+@|__[A-Za-z0-9_]+__|"
                            + "\\$__[a-z]+\\{.*|![A-Za-z0-9]{40}|\\{[A-Za-z0-9+/]{20,}={0,2}\\}|\\[[^\\]]*\\]|<[^<>]*>|\\{[A-Za-z0-9_.:-]*\\}|\\$[0-9@*#?]|%[a-z]|%[({].*|:[a-z_]+|\\?|@[A-Za-z.]+");

    private Placeholder() {}

    static boolean is(String value, boolean inExample) {
        String folded = value.strip().toLowerCase(Locale.ROOT);
        if (folded.isEmpty() || WORDS.contains(folded) || isOneLetter(folded)) {
            return true;
        }
        if (inExample
                && (WAITING.contains(folded)
                        || folded.contains("example")
                        || folded.contains("changeme"))) {
            return true;
        }
        for (String ahead : AHEAD) {
            if (folded.startsWith(ahead) && folded.length() > ahead.length()) return true;
        }
        for (String within : WITHIN) {
            if (folded.contains(within)) return true;
        }
        return REFERENCE.matches(value.strip());
    }

    /** xxxxxxxx, --------, 0000: a form to fill in. */
    private static boolean isOneLetter(String folded) {
        char first = folded.charAt(0);
        if (first >= '1' && first <= '9') {
            return false;
        }
        return folded.length() > 2
                && folded.chars().allMatch(c -> c == first || c == '-' || c == ' ');
    }
}
