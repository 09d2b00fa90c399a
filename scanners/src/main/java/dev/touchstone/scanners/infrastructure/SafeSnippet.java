package dev.touchstone.scanners.infrastructure;

import java.util.List;
import java.util.regex.Pattern;

/** A few lines of a file, without what may be a secret. */
final class SafeSnippet {

    private static final int MOST_LINES = 3;
    private static final int LONGEST = 200;
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)((?:[\\w.-]*(?:passw|pwd|secret|token|credential|access_?key|private_?key"
                            + "|api_?key|auth_?key|account_?key|connection_?string)[\\w.-]*)[\"']?\\s*[:=]\\s*)"
                            + "(\"[^\"]*\"?|'[^']*'?|[^\\s,;&|]+)");
    private static final Pattern OF_A_KIND =
            Pattern.compile(
                    "(?:AKIA|ASIA|LTAI|AKID|ghp_|gho_|glpat-|xox[bp]-|sk_live_)[A-Za-z0-9_-]{8,}"
                            + "|eyJ[\\w-]{8,}\\.[\\w.-]+"
                            + "|(?<=://)[^/\\s:@\"']*:[^/\\s@\"']+(?=@)"
                            + "|(?<![A-Za-z0-9+/=_-])(?=[A-Za-z0-9+/=_-]*[0-9])(?=[A-Za-z0-9+/=_-]*[a-zA-Z])[A-Za-z0-9+/=_-]{32,}(?![A-Za-z0-9+/=_-])");
    private static final Pattern NAMED =
            Pattern.compile("(?i)name[\"']?\\s*[:=].*(passw|pwd|secret|token|key|credential)");
    private static final Pattern VALUE =
            Pattern.compile("(?i)(value[\"']?\\s*[:=]\\s*)(\"[^\"]*\"?|'[^']*'?|\\S+)");

    private SafeSnippet() {}

    static String of(List<String> lines, int start, int end) {
        var text = new StringBuilder();
        boolean hides = false;
        int last = Math.min(Math.min(end, lines.size()), start + MOST_LINES - 1);
        for (int line = Math.max(1, start); line <= last; line++) {
            String raw = lines.get(line - 1);
            String shown = raw.length() > 2_000 ? raw.substring(0, 2_000) : raw;
            hides |= NAMED.matcher(shown).find();
            shown = SECRET.matcher(shown).replaceAll("$1***");
            if (hides) shown = VALUE.matcher(shown).replaceAll("$1***");
            shown = OF_A_KIND.matcher(shown).replaceAll("***");
            if (shown.length() > LONGEST) shown = shown.substring(0, LONGEST) + "…";
            if (line > start) text.append('\n');
            text.append(shown.stripTrailing());
        }
        return text.toString();
    }
}
