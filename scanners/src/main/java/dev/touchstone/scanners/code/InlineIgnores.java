package dev.touchstone.scanners.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Comments {@code touchstone:ignore RULE-ID reason} of a file. Each counts for its own line and the
 * next one; without a reason it does not count.
 */
final class InlineIgnores {

    private static final String MARK = "touchstone:ignore";
    private static final Pattern COMMENT =
            Pattern.compile(
                    MARK + "\\s+([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)\\s+(\\S.*?)\\s*(?:\\*/|--%?>|$)");

    private final Map<String, String> reasons = new HashMap<>();

    InlineIgnores(String text, TextPlaces places) {
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            int line = places.line(at);
            var match = COMMENT.matcher(places.lineText(line));
            while (match.find()) {
                reasons.put(match.group(1) + "@" + line, match.group(2));
                reasons.putIfAbsent(match.group(1) + "@" + (line + 1), match.group(2));
            }
        }
    }

    Optional<String> reason(String rule, int line) {
        return Optional.ofNullable(reasons.get(rule + "@" + line));
    }
}
