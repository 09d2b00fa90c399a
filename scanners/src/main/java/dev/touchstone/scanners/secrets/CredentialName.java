package dev.touchstone.scanners.secrets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a name in an assignment says about its value, from the words that it is made of. */
final class CredentialName {

    /** What sort of value a name promises. */
    enum Sort {
        /** Chosen by a person: may be short and simple. */
        PASSWORD,
        /** Made by a machine: long and without a pattern. */
        KEY,
        NONE
    }

    private static final Set<String> PASSWORDS =
            Set.of(
                    "password",
                    "passwd",
                    "passwort",
                    "passw",
                    "pwd",
                    "pass",
                    "passphrase",
                    "passcode",
                    "pswd",
                    "psswd",
                    "psw",
                    "userpwd",
                    "userpass",
                    "userpassword",
                    "dbpass",
                    "dbpasswd",
                    "dbpassword",
                    "dbpwd",
                    "authtok",
                    "loginpw",
                    "userpw",
                    "adminpw",
                    "pincode",
                    "keypass",
                    "storepass",
                    "mypass",
                    "rootpass",
                    "rootpassword",
                    "rootpw",
                    "adminpass",
                    "adminpassword",
                    "cpassword",
                    "proxypass",
                    "authpass",
                    "smtppass",
                    "ftppass",
                    "requirepass",
                    "masterauth",
                    "remotepass",
                    "bindpw",
                    "rootdn",
                    "pgpassword",
                    "sshpass",
                    "psk",
                    "unlock",
                    "clear",
                    "storepassword",
                    "keypassword",
                    "plaintextpassword",
                    "cleartextpassword",
                    "masterpassword",
                    "loginpassword",
                    "authpassword",
                    "sasl_passwd",
                    "wpapsk",
                    "userpsw",
                    "syspassword",
                    "bindpassword",
                    "pw");
    private static final Set<String> KEYS =
            Set.of(
                    "secret",
                    "token",
                    "apikey",
                    "accesskey",
                    "secretkey",
                    "privatekey",
                    "credential",
                    "credentials",
                    "authtoken",
                    "accesstoken",
                    "appsecret",
                    "clientsecret",
                    "appkey",
                    "authkey",
                    "masterkey",
                    "signkey",
                    "signingkey",
                    "encryptkey",
                    "encryptionkey",
                    "salt",
                    "oauth",
                    "bearer",
                    "auth",
                    "jwt",
                    "accountkey",
                    "sharedkey",
                    "presharedkey",
                    "sessionkey",
                    "servicekey",
                    "aeskey",
                    "deskey",
                    "mchkey",
                    "hmackey",
                    "secrettoken",
                    "refreshtoken",
                    "sharedaccesskey",
                    "secretkeybase",
                    "secretaccesskey",
                    "apitoken",
                    "apisecret",
                    "storagekey",
                    "licensekey",
                    "nonce",
                    "authorization",
                    "xapikey",
                    "sk",
                    "sak",
                    "aeskeys");
    private static final Set<String> COMMUNITIES = Set.of("snmp", "ro", "rw", "read", "write");
    private static final List<String> PASSWORD_ENDS = List.of("password", "passwd", "passphrase");
    private static final List<String> KEY_ENDS =
            List.of(
                    "secret",
                    "apikey",
                    "accesskey",
                    "secretkey",
                    "privatekey",
                    "authtoken",
                    "accesstoken",
                    "md5key",
                    "signkey",
                    "aeskey",
                    "appkey",
                    "cryptkey");
    private static final Set<String> BEFORE_KEY =
            Set.of(
                    "api",
                    "access",
                    "secret",
                    "private",
                    "encryption",
                    "encrypt",
                    "signing",
                    "sign",
                    "signature",
                    "master",
                    "auth",
                    "app",
                    "aes",
                    "des",
                    "hmac",
                    "jwt",
                    "session",
                    "service",
                    "account",
                    "client",
                    "shared",
                    "storage",
                    "license",
                    "consumer",
                    "subscription",
                    "deploy",
                    "rsa",
                    "crypt",
                    "crypto",
                    "cipher",
                    "psk",
                    "admin",
                    "write",
                    "authentication",
                    "function",
                    "sas",
                    "wep",
                    "decrypt",
                    "decryption",
                    "mch",
                    "pay",
                    "sm2",
                    "sm4",
                    "application",
                    "security",
                    "sm",
                    "encryptor",
                    "encrypting",
                    "decryptor",
                    "mac",
                    "pin",
                    "secure",
                    "hash",
                    "web",
                    "server",
                    "wxpay",
                    "alipay",
                    "wx",
                    "zmk",
                    "zak",
                    "zpk",
                    "tmk",
                    "data",
                    "enc",
                    "transport",
                    "jasypt",
                    "trans",
                    "push",
                    "nonce",
                    "in",
                    "v",
                    "md5",
                    "user",
                    "host",
                    "validation",
                    "machine",
                    "integration");

    /** Words behind a credential's name that make the whole something about it. */
    private static final Set<String> ABOUT =
            Set.of(
                    ("file files filename path paths dir directory folder name names id ids url uri urls"
                                    + " endpoint type types kind length len size policy policies encoder encoded field"
                                    + " fields label labels prompt hint hints reuse prevention protection lifetime attribute attributes attr encryption encrypted_by expires expiry expire expired"
                                    + " expiresin expiration ttl timeout regex regexp pattern patterns format header"
                                    + " headers param params parameter column columns input inputs required enabled"
                                    + " enable disabled disable reset change changed min max age days class provider"
                                    + " providers manager service services store stores location source ref refs"
                                    + " reference validator validation valid verify algorithm alg algo strength retry"
                                    + " attempts count limit limits page link links text placeholder message messages"
                                    + " msg error errors title help description desc prefix suffix index version scheme"
                                    + " encoding cmd command env envvar var variable issuer audience bucket namespace"
                                    + " rotation visibility visible status state mode callback generator factory config"
                                    + " configuration bean handler filter resolver converter support exception request"
                                    + " response dto view form controller mismatch match matches invalid missing"
                                    + " forgot forgotten authentication authenticator complexity rule rules history"
                                    + " lock locked template email mail show toggle set usage use uses budget"
                                    + " tokens kinds list map table schema selector property properties option"
                                    + " options arn endpointurl server hostname port user users username login"
                                    + " bytes bits warning grace minimum maximum period interval digits chars"
                                    + " character characters special uppercase lowercase symbols repository broker"
                                    + " scopes scope strategy spec mount mounts backend engine"
                                    + " tooltip question questions recovery self saved remember prompts")
                            .split(" "));

    private static final Set<String> BEFORE =
            Set.of(
                    "public",
                    "no",
                    "without",
                    "has",
                    "is",
                    "get",
                    "encode",
                    "validate",
                    "check",
                    "next",
                    "forgot",
                    "reset",
                    "csrf",
                    "xsrf",
                    "primary",
                    "foreign",
                    "sort",
                    "partition",
                    "count",
                    "max",
                    "min",
                    "total",
                    "per",
                    "stop",
                    "eos",
                    "bos",
                    "pad",
                    "unk",
                    "cancellation",
                    "by",
                    "allow",
                    "use",
                    "enable",
                    "require",
                    "skip",
                    "disable",
                    "forgotten",
                    "lost",
                    "invalid",
                    "change",
                    "changed",
                    "hide",
                    "show");

    private CredentialName() {}

    /** The strings that make a look at a name worth its while. */
    static List<String> keywords() {
        return List.of(
                "pass",
                "pwd",
                "psw",
                "psk",
                "sk:",
                "sk=",
                "sk\"",
                "sk =",
                "secret",
                "token",
                "credential",
                "cookie",
                "salt",
                "auth",
                "key",
                "communit",
                "jwt",
                "bearer",
                "pw",
                "cpassword",
                "bindpw",
                "rootpw",
                "口令",
                "密码",
                "密钥",
                "秘钥",
                "令牌",
                "私钥");
    }

    static Sort sortOf(String name) {
        for (String chinese : List.of("密码", "口令")) {
            if (endsIn(name, chinese)) return Sort.PASSWORD;
        }
        for (String chinese : List.of("密钥", "秘钥", "令牌", "私钥")) {
            if (endsIn(name, chinese)) return Sort.KEY;
        }
        List<String> words = words(name);
        for (int i = words.size() - 1; i >= 0; i--) {
            Sort sort = sortAt(words, i);
            if (sort != Sort.NONE) {
                return excluded(words, i) ? Sort.NONE : sort;
            }
        }
        return Sort.NONE;
    }

    /** A short name that ends so; in a sentence the word says nothing. */
    private static boolean endsIn(String name, String chinese) {
        int at = name.lastIndexOf(chinese);
        return at >= 0 && at <= 10 && name.length() - at - chinese.length() <= 2;
    }

    private static Sort sortAt(List<String> words, int i) {
        String word = words.get(i);
        if (PASSWORDS.contains(word) || endsIn(word, PASSWORD_ENDS)) return Sort.PASSWORD;
        if (KEYS.contains(word) || endsIn(word, KEY_ENDS)) return Sort.KEY;
        boolean community =
                word.equals("community") && i > 0 && COMMUNITIES.contains(words.get(i - 1));
        if (community) return Sort.PASSWORD;
        boolean key = word.equals("key") || word.equals("keys");
        if (key && i > 0 && BEFORE_KEY.contains(words.get(i - 1))) return Sort.KEY;
        return Sort.NONE;
    }

    private static boolean endsIn(String word, List<String> ends) {
        for (String end : ends) {
            if (word.endsWith(end)) return true;
        }
        return false;
    }

    private static boolean excluded(List<String> words, int at) {
        for (String tail : words.subList(at + 1, words.size())) {
            if (ABOUT.contains(tail)) return true;
        }
        String word = words.get(at);
        for (String head : words.subList(0, at)) {
            if (BEFORE.contains(head)) return true;
        }
        if (word.equals("auth")
                || word.equals("oauth")
                || word.equals("cookie")
                || word.equals("unlock")) {
            return words.size() > 2;
        }
        return false;
    }

    /**
     * In lower case: {@code spring.datasource.dbPassword2} gives spring, datasource, db, password.
     */
    static List<String> words(String name) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                flush(word, words);
                continue;
            }
            boolean upper = Character.isUpperCase(c);
            boolean afterLower = i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            boolean beforeLower =
                    i > 0
                            && i + 1 < name.length()
                            && Character.isUpperCase(name.charAt(i - 1))
                            && Character.isLowerCase(name.charAt(i + 1));
            if (upper && (afterLower || beforeLower)) {
                flush(word, words);
            }
            word.append(Character.toLowerCase(c));
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        if (end > 0) {
            words.add(word.substring(0, end));
        }
        word.setLength(0);
    }

    /** True when each word of {@code wanted} is one of the name's, or stands in it run together. */
    static boolean says(String name, List<String> wanted) {
        Set<String> words = new HashSet<>(words(name));
        String together = String.join("", words(name));
        return wanted.stream()
                .allMatch(
                        word ->
                                words.contains(word)
                                        || (word.length() > 4 && together.contains(word)));
    }
}
