package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import dev.touchstone.scanners.ScannerRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Secrets that only the structure of their file tells: tables with a heading, Kubernetes Secrets.
 */
final class Structured {

    private static final Set<String> HARMLESS =
            Set.of(
                    "username",
                    "user",
                    "host",
                    "hostname",
                    "port",
                    "database",
                    "db",
                    "dbname",
                    "namespace",
                    "ca.crt",
                    "tls.crt",
                    "service-ca.crt",
                    "type",
                    "url",
                    "endpoint",
                    "region",
                    "bucket",
                    "email",
                    "domain",
                    "name",
                    "ca.pem",
                    "cert",
                    "certificate",
                    "server",
                    "driver",
                    "schema",
                    "jdbc-url",
                    "public_key",
                    "pub",
                    "id",
                    "readme",
                    "readme.md",
                    "readme.txt",
                    "version",
                    "checksum",
                    "digest",
                    "notes");
    private static final Pattern TWO_LINES =
            Pattern.compile(
                    "(.*/)?(auth|login|userpass|user-pass|up|pass|credentials?|vpn-?(auth|login|pass))(\\.(txt|conf|cfg|up))?");
    private static final Pattern SQL =
            Pattern.compile(".*\\.(sql|dump|ddl|dml|psql|pgsql|mysql)(\\.[a-z0-9]+)?");
    private static final int MOST_LINES = 20_000;

    private final Rules rules;

    Structured(Rules rules) {
        this.rules = rules;
    }

    void read(FileText file, Place place, List<Found> found) {
        if (place.folded().endsWith(".csv") || place.folded().endsWith(".tsv")) {
            table(file, place, found);
        }
        if (TWO_LINES.matches(place.folded())) {
            secondLine(file, place, found);
        }
        if (SQL.matches(place.folded())) {
            new SqlRows(rules).read(file, place, found);
        }
        if (place.kind() == Place.Kind.YAML && file.text().contains("kind: Secret")) {
            kubernetes(file, place, found);
        }
    }

    /** A name and a password on a line of their own each, as VPN clients read them. */
    private void secondLine(FileText file, Place place, List<Found> found) {
        String text = file.text().strip();
        boolean two = text.length() < 200 && text.lines().count() == 2;
        if (two
                && text.lines()
                        .allMatch(
                                line ->
                                        line.matches("[^\\s=:-][^\\s=]{2,}")
                                                && !line.endsWith(":"))) {
            SecretRule rule = rules.byId("TS-SECRET-SECRET-IN-A-FILE-OF-ITS-OWN");
            int start = file.text().lastIndexOf(text.lines().toList().getLast());
            add(
                    file,
                    place,
                    rule.text(),
                    10 * rule.order(),
                    new int[] {start, file.lineEnd(start)},
                    found);
        }
    }

    private void table(FileText file, Place place, List<Found> found) {
        char separator =
                place.folded().endsWith(".tsv")
                        ? '\t'
                        : line(file, 1).indexOf(';') >= 0 ? ';' : ',';
        var secret = new ArrayList<Integer>();
        List<int[]> heading = cells(file, 1, separator);
        for (int i = 0; i < heading.size(); i++) {
            String name = file.text().substring(heading.get(i)[0], heading.get(i)[1]);
            if (CredentialName.sortOf(name) != CredentialName.Sort.NONE && name.length() < 40) {
                secret.add(i);
            }
        }
        SecretRule rule = rules.byId("TS-SECRET-TABLE-OF-PASSWORDS");
        for (int line = 2;
                !secret.isEmpty() && line <= Math.min(file.lines(), MOST_LINES);
                line++) {
            List<int[]> cells = cells(file, line, separator);
            for (int column : secret) {
                if (cells.size() == heading.size() && found.size() < 2_000) {
                    add(file, place, rule.text(), 10 * rule.order(), cells.get(column), found);
                }
            }
        }
    }

    private static void add(
            FileText file,
            Place place,
            ScannerRule rule,
            int order,
            int[] cell,
            List<Found> found) {
        String value = file.text().substring(cell[0], cell[1]);
        if (value.length() > 3 && !Placeholder.is(value, place.example())) {
            found.add(new Found(rule, "", cell[0], cell[1], order));
        }
    }

    private static List<int[]> cells(FileText file, int line, char separator) {
        var cells = new ArrayList<int[]>();
        int at = file.startOfLine(line);
        int end = file.lineEnd(at);
        String text = file.text();
        while (at <= end) {
            boolean quoted = at < end && text.charAt(at) == '"';
            int close = quoted ? text.indexOf('"', at + 1) : text.indexOf(separator, at);
            close = close < 0 || close > end ? end : close;
            cells.add(new int[] {quoted ? Math.min(at + 1, close) : at, close});
            at = quoted ? text.indexOf(separator, close) + 1 : close + 1;
            if (at == 0) {
                break;
            }
        }
        return cells;
    }

    private void kubernetes(FileText file, Place place, List<Found> found) {
        boolean secret = false;
        int under = -1;
        boolean encoded = false;
        for (int line = 1; line <= Math.min(file.lines(), MOST_LINES); line++) {
            String text = line(file, line);
            String bare = text.strip();
            int indent = text.length() - text.stripLeading().length();
            if (bare.startsWith("---")) {
                secret = false;
                under = -1;
            } else if (bare.startsWith("kind:") && indent == 0) {
                secret = bare.substring(5).strip().equals("Secret");
            } else if (bare.equals("data:") || bare.equals("stringData:")) {
                under = indent;
                encoded = bare.equals("data:");
            } else if (!bare.isEmpty() && indent <= under) {
                under = -1;
            } else if (under >= 0 && (secret || isSecretBelow(file, line))) {
                entry(file, place, line, text, encoded, found);
            }
        }
    }

    /** The kind may stand behind the data. */
    private static boolean isSecretBelow(FileText file, int from) {
        for (int line = from; line <= Math.min(file.lines(), from + 200); line++) {
            String text = line(file, line);
            if (text.startsWith("---")) return false;
            if (text.startsWith("kind:")) return text.substring(5).strip().equals("Secret");
        }
        return false;
    }

    private void entry(
            FileText file, Place place, int line, String text, boolean encoded, List<Found> found) {
        int colon = text.indexOf(':');
        String key =
                colon < 0
                        ? ""
                        : text.substring(0, colon)
                                .strip()
                                .replace("\"", "")
                                .toLowerCase(Locale.ROOT);
        String value = colon < 0 ? "" : text.substring(colon + 1).strip();
        boolean quoted = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0;
        value = quoted ? value.substring(1, value.length() - 1) : value;
        if (key.isEmpty()
                || key.startsWith("#")
                || HARMLESS.contains(key)
                || value.length() < 4
                || Placeholder.is(value, place.example())) {
            return;
        }
        String plain = encoded ? new String(Check.bytes(value), StandardCharsets.UTF_8) : value;
        boolean harmless =
                plain.isEmpty()
                        || plain.length() < 60 && Placeholder.is(plain, place.example())
                        || plain.length() < 30 && plain.indexOf('\uFFFD') >= 0
                        || plain.contains("BEGIN CERTIFICATE")
                        || plain.contains("BEGIN PUBLIC")
                        || isProse(key, plain);
        if (!harmless) {
            int start = file.startOfLine(line) + text.indexOf(value, colon);
            SecretRule rule = rules.byId("TS-SECRET-KUBERNETES-SECRET");
            ScannerRule reported = encoded ? inside(plain, rule.text()) : rule.text();
            found.add(new Found(reported, key, start, start + value.length(), 10 * rule.order()));
        }
    }

    /** A token whose structure does not hold stays doubtful in base 64. */
    private ScannerRule inside(String plain, ScannerRule otherwise) {
        List<Found> found =
                new FileScan(rules, new FileText("value", plain), Place.of("value.txt")).run();
        boolean doubt =
                !found.isEmpty()
                        && found.stream().allMatch(one -> one.rule().id().endsWith("-UNPROVEN"));
        return doubt ? found.getFirst().rule() : otherwise;
    }

    /** A few words for people, under a name that promises nothing else. */
    private static boolean isProse(String key, String plain) {
        boolean words = plain.chars().filter(c -> c == ' ').count() > 2;
        return words
                && CredentialName.sortOf(key) == CredentialName.Sort.NONE
                && !plain.contains("PRIVATE KEY")
                && !plain.contains("=");
    }

    private static String line(FileText file, int line) {
        int start = file.startOfLine(line);
        return file.text().substring(start, file.lineEnd(start));
    }
}
