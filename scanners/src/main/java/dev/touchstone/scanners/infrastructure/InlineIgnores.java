package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments {@code touchstone:ignore RULE reason}. One behind a line is about that line, one on a
 * line of its own about the next; at the head of a resource it is about all of it. Without a reason
 * it is about nothing.
 */
final class InlineIgnores {

    private static final Pattern COMMENT =
            Pattern.compile(
                    "(?:#|//|/\\*)\\s*touchstone:ignore\\s+([A-Za-z0-9-]+(?:\\s*,\\s*[A-Za-z0-9-]+)*)\\s+(\\S.*?)\\s*(?:\\*/\\s*)?$");

    private record Ignore(int line, Set<String> rules, String reason) {}

    private final List<Ignore> ignores = new ArrayList<>();

    InlineIgnores(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).contains("touchstone:ignore")) continue;
            Matcher comment = COMMENT.matcher(lines.get(i));
            if (!comment.find()) continue;
            boolean alone = lines.get(i).substring(0, comment.start()).isBlank();
            int line = i + 1;
            while (alone && line < lines.size() && isSkipped(lines.get(line))) line++;
            ignores.add(
                    new Ignore(
                            alone ? line + 1 : line,
                            Set.of(comment.group(1).trim().split("\\s*,\\s*")),
                            comment.group(2)));
        }
    }

    private static boolean isSkipped(String line) {
        String shown = line.strip();
        return shown.isEmpty()
                || shown.equals("---")
                || shown.startsWith("#")
                || shown.startsWith("//");
    }

    /** The reason when one of the lines is said to be ignored for this rule. */
    Optional<String> reason(String rule, int... lines) {
        for (Ignore ignore : ignores) {
            if (!ignore.rules().contains(rule)) continue;
            for (int line : lines) {
                if (line == ignore.line()) return Optional.of(ignore.reason());
            }
        }
        return Optional.empty();
    }
}
