package dev.touchstone.scanners.infrastructure;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few lines of a file, without what may be a secret; where that is in doubt, it is hidden. */
final class SafeSnippet {

    private static final int MOST_LINES = 3;
    private static final int LONGEST = 200;
    private static final int LONGEST_READ = 2_000;

    /** Weaknesses whose place holds the secret itself. */
    private static final Set<Integer> OF_SECRETS =
            Set.of(256, 257, 258, 259, 260, 312, 321, 522, 526, 532, 538, 540, 798);

    private static final Pattern ASSIGNED =
            Pattern.compile("^(\\s*(?:-\\s+)?[^:=\\s]*\\s*[:=]\\s*).*");
    private static final Pattern INSTRUCTION = Pattern.compile("^(\\s*(?:-\\s+)?[A-Za-z]+\\s).*");
    private static final String WORDS =
            "passw|passphrase|[-_]pass\\b|pwd|secret|token|credential|access_?key|private_?key|api_?key|auth"
                    + "|account_?key|master_?key|connection_?string|requirepass|masterauth|dsn|cookie";
    private static final Pattern NAMED_VALUE =
            Pattern.compile(
                    "(?i)([\\w.\\[\\]-]*(?:" + WORDS + ")[\\w.\\]-]*[\"']?\\s*[:=]\\s*)\\S.*");
    private static final Pattern OPTION =
            Pattern.compile(
                    "(?i)(\\s--?(?:" + WORDS + "|pass|user|u|p|a)(?:[= ]\\s*|(?=\\S{6})))\\S+");
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:name|key)[\"']?\\s*[:=].*(?:" + WORDS + ")");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/\\s:@\"']*:[^/\\s\"']+@");
    private static final Pattern TOKEN = Pattern.compile("[^\\s\"',]{8,}");
    private static final Pattern ODD =
            Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])(.*[#!%^&*~].*|.*[A-Za-z0-9+/_-]{20,}.*)");

    private SafeSnippet() {}

    /** Whether all values of a finding's lines are hidden, whatever they look like. */
    static boolean hidesAll(Rule rule, Resource resource) {
        return resource.type().equals("Secret")
                || rule.text().cwes().stream().anyMatch(OF_SECRETS::contains);
    }

    static String of(List<String> lines, int start, int end, boolean hideAll) {
        var text = new StringBuilder();
        int last = Math.min(Math.min(end, lines.size()), start + MOST_LINES - 1);
        boolean named = start > 1 && NAME.matcher(cut(lines.get(start - 2))).find();
        for (int line = Math.max(1, start); line <= last; line++) {
            String raw = cut(lines.get(line - 1));
            named |= NAME.matcher(raw).find();
            String shown = hideAll || named ? hidden(raw) : masked(raw);
            if (shown.length() > LONGEST) shown = shown.substring(0, LONGEST) + "…";
            if (line > start) text.append('\n');
            text.append(shown.stripTrailing());
        }
        return text.toString();
    }

    private static String cut(String line) {
        return line.length() > LONGEST_READ ? line.substring(0, LONGEST_READ) : line;
    }

    /** What stands before the value. */
    private static String hidden(String line) {
        if (line.isBlank()) return line;
        for (Pattern before : List.of(ASSIGNED, INSTRUCTION)) {
            Matcher matcher = before.matcher(line);
            if (matcher.matches()) return matcher.group(1) + "***";
        }
        return line.substring(0, line.length() - line.stripLeading().length()) + "***";
    }

    private static String masked(String line) {
        String shown = NAMED_VALUE.matcher(line).replaceAll("$1***");
        shown = OPTION.matcher(shown).replaceAll("$1***");
        shown = IN_ADDRESS.matcher(shown).replaceAll("://***@");
        return TOKEN.matcher(shown)
                .replaceAll(found -> Matcher.quoteReplacement(odd(found.group())));
    }

    /** A word of letters and digits that is long, or has signs as passwords have them. */
    private static String odd(String token) {
        if (!ODD.matcher(token).matches()) return token;
        int value = token.indexOf('=') + 1;
        return token.substring(0, value) + "***";
    }
}
