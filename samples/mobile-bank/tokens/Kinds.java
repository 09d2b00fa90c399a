import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The kinds of tokens, by what their providers publish about the structure. A kind breaks when a
 * reader without a network can tell that a token cannot be one.
 */
final class Kinds {

    private record Kind(Function<Draw, String> sound, Function<Draw, String> broken) {}

    private static final Map<String, Kind> KINDS = new TreeMap<>();

    private Kinds() {}

    static String value(String kind, Draw draw, boolean sound) {
        var known = KINDS.get(kind);
        if (known == null) {
            throw new IllegalStateException("No kind " + kind);
        }
        return (sound || known.broken == null ? known.sound : known.broken).apply(draw);
    }

    static boolean breaks(String kind) {
        return KINDS.containsKey(kind) && KINDS.get(kind).broken != null;
    }

    private static void kind(String name, Function<Draw, String> sound, Function<Draw, String> broken) {
        KINDS.put(name, new Kind(sound, broken));
    }

    private static void plain(String name, Function<Draw, String> sound) {
        KINDS.put(name, new Kind(sound, null));
    }

    /** The checksum is spoilt. */
    private static void checked(String name, Function<Draw, String> sound) {
        kind(name, sound, draw -> Draw.spoilt(sound.apply(draw)));
    }

    static {
        checked("github-classic", draw -> "ghp_" + summed(draw));
        checked("github-server", draw -> "ghs_" + summed(draw));
        checked("github-oauth", draw -> "gho_" + summed(draw));
        checked("npm", draw -> "npm_" + summed(draw));
        checked("gitlab-routable", Kinds::gitlab);
        checked("grafana", draw -> {
            var head = "glsa_" + draw.mixed(32);
            return head + "_" + String.format("%08x", Draw.crc(head));
        });
        kind("github-fine", draw -> fine(draw, 59), draw -> fine(draw, 51));
        kind("gitlab-classic", draw -> "glpat-" + draw.mixed(20), draw -> "glpat-" + draw.mixed(13));
        kind("gitlab-runner", draw -> "glrt-" + draw.mixed(20), draw -> "glrt-" + draw.mixed(12));
        kind("slack-bot", draw -> slack(draw, Draw.DIGITS), draw -> slack(draw, Draw.LOWER));
        kind("slack-webhook", draw -> slackHook(draw, 24), draw -> slackHook(draw, 15));
        kind("stripe-secret", draw -> "sk_live_" + draw.mixed(24), draw -> "sk_live_" + draw.mixed(11));
        kind("stripe-restricted", draw -> "rk_live_" + draw.mixed(24), draw -> "rk_live_" + draw.mixed(11));
        kind("aws-id", draw -> "AKIA" + draw.of(Draw.BASE32, 16), draw -> "AKIA" + draw.of("0189", 3) + draw.of(Draw.BASE32, 13));
        kind("aws-secret", draw -> draw.of(Draw.BASE62 + "/+", 40), draw -> draw.of(Draw.BASE62, 33));
        kind("aliyun-id", draw -> "LTAI5t" + draw.mixed(18), draw -> "LTAI5t" + draw.mixed(13));
        kind("aliyun-secret", draw -> draw.mixed(30), draw -> draw.mixed(25));
        kind("tencent-id", draw -> "AKID" + draw.mixed(32), draw -> "AKID" + draw.mixed(25));
        kind("tencent-secret", draw -> draw.mixed(32), draw -> draw.mixed(27));
        plain("huawei-id", draw -> draw.of(Draw.UPPER + Draw.DIGITS, 20));
        kind("huawei-secret", draw -> draw.mixed(40), draw -> draw.mixed(34));
        plain("baidu-id", draw -> "ALTAK" + draw.mixed(21));
        kind("baidu-secret", draw -> draw.hex(32), draw -> draw.hex(27));
        plain("volc-id", draw -> "AKLT" + draw.mixed(43));
        plain("volc-secret", draw -> Draw.base64(draw.hex(40)));
        plain("qiniu-secret", draw -> draw.of(Draw.WEB, 40));
        kind("wechat-v3", draw -> draw.mixed(32), draw -> draw.mixed(29));
        kind("wechat-secret", draw -> draw.hex(32), draw -> draw.hex(28));
        kind("alipay-key", draw -> Draw.base64(Keys.pkcs8(draw)), draw -> Draw.base64(Keys.cut(Keys.pkcs8(draw))));
        plain("unionpay-password", draw -> draw.of(Draw.DIGITS, 6));
        kind("jwt", draw -> jwt(draw, true), draw -> jwt(draw, false));
        plain("jwt-secret", draw -> draw.mixed(48));
        kind("pypi", draw -> pypi(draw, "pypi" + ".org"), draw -> pypi(draw, "qyqi.org"));
        kind("docker-hub", draw -> "dckr_pat_" + draw.of(Draw.WEB, 27), draw -> "dckr_pat_" + draw.of(Draw.WEB, 19));
        kind("sendgrid", draw -> sendgrid(draw, 22, 43), draw -> sendgrid(draw, 17, 31));
        plain("twilio-sid", draw -> "AC" + draw.hex(32));
        kind("twilio-key", draw -> "SK" + draw.hex(32), draw -> "SK" + draw.hex(26));
        plain("twilio-token", draw -> draw.hex(32));
        kind("openai", draw -> openai(draw, "T3BlbkFJ"), draw -> openai(draw, draw.mixed(3)));
        kind("anthropic", draw -> "sk-ant-api03-" + draw.of(Draw.WEB, 93) + "AA", draw -> "sk-ant-api03-" + draw.of(Draw.WEB, 51));
        plain("dashscope", draw -> "sk-" + draw.hex(32));
        kind("dingtalk-hook", draw -> dingtalk(draw.hex(64)), draw -> dingtalk(draw.hex(51)));
        kind("dingtalk-sign", draw -> "SEC" + draw.hex(64), draw -> "SEC" + draw.hex(49));
        kind("feishu-hook", draw -> feishu(draw.uuid()), draw -> feishu(draw.uuid().substring(0, 28)));
        kind("wecom-hook", draw -> wecom(draw.uuid()), draw -> wecom(draw.uuid().substring(0, 28)));
        kind("sentry-dsn", draw -> sentry(draw.hex(32), draw.hex(32)), draw -> sentry(draw.hex(27), draw.hex(21)));
        kind("telegram", draw -> telegram(draw, 35), draw -> telegram(draw, 26));
        kind("google-api", draw -> "AIza" + draw.of(Draw.WEB, 35), draw -> "AIza" + draw.of(Draw.WEB, 28));
        kind("azure-storage", draw -> azure(draw, 64), draw -> azure(draw, 47));
        kind("vault", draw -> "hvs." + draw.of(Draw.WEB, 95), draw -> "hvs." + draw.of(Draw.WEB, 22));
        kind("terraform-cloud", draw -> draw.mixed(14) + ".atlasv1." + draw.of(Draw.WEB, 67), draw -> draw.mixed(14) + ".atlasv1." + draw.mixed(31));
        kind("digitalocean", draw -> "dop_v1_" + draw.hex(64), draw -> "dop_v1_" + draw.hex(51));
        kind("databricks", draw -> "dapi" + draw.hex(32), draw -> "dapi" + draw.hex(25));
        kind("sonar", draw -> "squ_" + draw.hex(40), draw -> "squ_" + draw.hex(33));
        kind("rubygems", draw -> "rubygems_" + draw.hex(48), draw -> "rubygems_" + draw.hex(39));
        kind("nuget", draw -> "oy2" + draw.of(Draw.LOWER + Draw.DIGITS, 43), draw -> "oy2" + draw.of(Draw.LOWER, 34));
        kind("shopify", draw -> "shpat_" + draw.hex(32), draw -> "shpat_" + draw.hex(25));
        kind("mailgun", draw -> "key-" + draw.hex(32), draw -> "key-" + draw.hex(25));
        kind("newrelic", draw -> "NRAK-" + draw.of(Draw.UPPER + Draw.DIGITS, 27), draw -> "NRAK-" + draw.of(Draw.UPPER, 19));
        kind("private-rsa", draw -> Keys.pem("RSA PRIVATE KEY", Keys.rsa(draw), 64), draw -> Keys.pem("RSA PRIVATE KEY", Keys.cut(Keys.rsa(draw)), 64));
        kind("private-pkcs8", draw -> Keys.pem("PRIVATE KEY", Keys.pkcs8(draw), 64), draw -> Keys.pem("PRIVATE KEY", Keys.cut(Keys.pkcs8(draw)), 64));
        kind("private-ec", draw -> Keys.pem("EC PRIVATE KEY", Keys.ec(draw), 64), draw -> Keys.pem("EC PRIVATE KEY", Keys.cut(Keys.ec(draw)), 64));
        kind("private-openssh", draw -> Keys.pem("OPENSSH PRIVATE KEY", Keys.openSsh(draw), 70), draw -> Keys.pem("OPENSSH PRIVATE KEY", Keys.cut(Keys.openSsh(draw)), 70));
        plain("private-json", draw -> Keys.pem("PRIVATE KEY", Keys.pkcs8(draw), 64).replace("\n", "\\n") + "\\n");
        plain("public-pem", draw -> Keys.pem("PUBLIC KEY", Keys.publicRsa(draw), 64));
        plain("public-line", draw -> Draw.base64(Keys.publicRsa(draw)));
        plain("password", Draw::password);
        plain("hex64", draw -> draw.hex(64));
        plain("hex40", draw -> draw.hex(40));
        plain("uuid", Draw::uuid);
        plain("digits", draw -> draw.of("123456789", 1) + draw.of(Draw.DIGITS, 15));
        plain("mixed32", draw -> draw.mixed(32));
    }

    private static String summed(Draw draw) {
        var body = draw.mixed(30);
        return body + Draw.crc62(body);
    }

    /** Routing lines, random octets and their number; then the length and the CRC-32, both in base 36. */
    private static String gitlab(Draw draw) {
        var payload = new java.io.ByteArrayOutputStream();
        payload.writeBytes(Draw.bytes("o:1\nu:" + draw.of("123456789", 4)));
        payload.writeBytes(draw.octets(16));
        payload.write(16);
        var encoded = Draw.web64(payload.toByteArray());
        var length = ("0" + Integer.toString(encoded.length(), 36));
        var head = "glpat-" + encoded + "." + length.substring(length.length() - 2);
        var sum = "000000" + Long.toString(Draw.crc(head), 36);
        return head + sum.substring(sum.length() - 7);
    }

    private static String fine(Draw draw, int length) {
        return "github_pat_" + draw.mixed(22) + "_" + draw.mixed(length);
    }

    private static String slack(Draw draw, String alphabet) {
        return "xoxb-" + draw.of(alphabet, 12) + "-" + draw.of(alphabet, 13) + "-" + draw.mixed(24);
    }

    private static String slackHook(Draw draw, int length) {
        var upper = Draw.UPPER + Draw.DIGITS;
        return "https://hooks.slack.com/services/T" + draw.of(upper, 10) + "/B" + draw.of(upper, 10) + "/" + draw.mixed(length);
    }

    private static String jwt(Draw draw, boolean sound) {
        var claims = "{\"sub\":\"" + draw.of(Draw.DIGITS, 6) + "\",\"scope\":\"ops\",\"iat\":1764000000}";
        var head = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
        var body = sound ? Draw.bytes(claims) : draw.octets(46);
        var text = Draw.web64(Draw.bytes(head)) + "." + Draw.web64(body);
        return text + "." + Draw.web64(Draw.hmac("secret", text));
    }

    private static String pypi(Draw draw, String place) {
        var octets = new java.io.ByteArrayOutputStream();
        octets.writeBytes(new byte[] {2, 1, 8});
        octets.writeBytes(Draw.bytes(place));
        octets.writeBytes(new byte[] {2, 36});
        octets.writeBytes(Draw.bytes(draw.uuid()));
        octets.writeBytes(new byte[] {0, 2, 12});
        octets.writeBytes(Draw.bytes("[3,\"" + draw.hex(7) + "\"]"));
        octets.writeBytes(new byte[] {0, 0, 6, 32});
        octets.writeBytes(draw.octets(32));
        return "pypi-" + Draw.web64(octets.toByteArray());
    }

    private static String sendgrid(Draw draw, int first, int second) {
        return "SG." + draw.of(Draw.WEB, first) + "." + draw.of(Draw.WEB, second);
    }

    private static String openai(Draw draw, String middle) {
        return "sk-proj-" + draw.mixed(74) + middle + draw.mixed(74);
    }

    private static String dingtalk(String token) {
        return "https://oapi.dingtalk.com/robot/send?access_token=" + token;
    }

    private static String feishu(String id) {
        return "https://open.feishu.cn/open-apis/bot/v2/hook/" + id;
    }

    private static String wecom(String key) {
        return "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + key;
    }

    private static String sentry(String open, String secret) {
        return "https://" + open + ":" + secret + "@sentry.jianghai.example/7";
    }

    private static String telegram(Draw draw, int length) {
        return draw.of("123456789", 1) + draw.of(Draw.DIGITS, 9) + ":AA" + draw.of(Draw.WEB, length - 2);
    }

    private static String azure(Draw draw, int octets) {
        return "DefaultEndpointsProtocol=https;AccountName=jianghaiarchive;AccountKey="
                + Draw.base64(draw.octets(octets)) + ";EndpointSuffix=core.example.net";
    }
}
