package dev.touchstone.scanners.secrets;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comment with which a project waves a finding through: {@code touchstone:ignore RULE-ID
 * reason}, on the line of the finding or alone on the line before. Without a reason it does not
 * count.
 */
final class InlineIgnore {

    private static final Pattern COMMENT =
            Pattern.compile("touchstone:ignore\\s+(TS-SECRET-[A-Z0-9-]+)[\\s:,]+(.*)");
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_LINE = 4_000;

    private InlineIgnore() {}

    /** The reason; null when no comment waves the finding through. */
    static @Nullable String reason(FileText file, Found found) {
        int line = file.line(found.start());
        String here = reasonOn(file, line, found.rule().id());
        return here == null && line > 1 && isComment(file, line - 1)
                ? reasonOn(file, line - 1, found.rule().id())
                : here;
    }

    private static @Nullable String reasonOn(FileText file, int line, String rule) {
        String text = text(file, line);
        Matcher matcher = text.contains("touchstone:ignore") ? COMMENT.matcher(text) : null;
        if (matcher == null || !matcher.find() || !matcher.group(1).equals(rule)) {
            return null;
        }
        String reason = matcher.group(2).replaceAll("(\\*/|-->|--%>|#}|\\*\\))\\s*$", "").strip();
        return reason.length() < SHORTEST_REASON ? null : reason;
    }

    private static boolean isComment(FileText file, int line) {
        String text = text(file, line).strip();
        return text.startsWith("#")
                || text.startsWith("//")
                || text.startsWith("/*")
                || text.startsWith("*")
                || text.startsWith("<!--")
                || text.startsWith("--")
                || text.startsWith(";")
                || text.startsWith("REM ");
    }

    private static String text(FileText file, int line) {
        int start = file.startOfLine(line);
        return file.text().substring(start, Math.min(file.lineEnd(start), start + LONGEST_LINE));
    }
}
