package dev.touchstone.scanners.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Comments {@code touchstone:ignore RULE-ID reason} of a file. One behind code counts for its line,
 * one on a line of its own for the next; without a reason it does not count.
 */
final class InlineIgnores {

    private static final String MARK = "touchstone:ignore";
    private static final Pattern COMMENT =
            Pattern.compile(
                    MARK + "\\s+([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)\\s+(\\S.*?)\\s*(?:\\*/|--%?>|$)");

    private static final Pattern ALONE = Pattern.compile("^\\s*(//|/?\\*|#|!|<!--|<%--)");

    private final Map<String, String> reasons = new HashMap<>();

    InlineIgnores(String text, TextPlaces places) {
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            int line = places.line(at);
            var match = COMMENT.matcher(places.lineText(line));
            while (match.find()) {
                int about = ALONE.matcher(places.lineText(line)).find() ? line + 1 : line;
                reasons.put(match.group(1) + "@" + about, match.group(2));
            }
        }
    }

    Optional<String> reason(String rule, int line) {
        return Optional.ofNullable(reasons.get(rule + "@" + line));
    }
}
