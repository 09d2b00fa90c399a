package dev.touchstone.cli.settings;

/**
 * A pattern for paths: {@code *} and {@code ?} stay within a folder, {@code **} crosses folders. A
 * pattern that names a folder means all that lies in it.
 */
public record PathPattern(String text) {

    /** Whether the path, or a folder that it lies in, is meant. */
    public boolean matches(String path) {
        return matches(whatLiesInAFolder().split("/"), path.split("/"));
    }

    private String whatLiesInAFolder() {
        if (text.endsWith("/")) {
            return text + "*";
        }
        return text.endsWith("/**") ? text.substring(0, text.length() - 1) : text;
    }

    /** Row by row, so that no pattern takes long: the work is bounded by both lengths. */
    private static boolean matches(String[] pattern, String[] path) {
        var reached = new boolean[path.length + 1];
        reached[0] = true;
        for (var part : pattern) {
            var next = new boolean[path.length + 1];
            var every = part.equals("**");
            next[0] = every && reached[0];
            for (var i = 1; i <= path.length; i++) {
                next[i] =
                        every
                                ? reached[i] || next[i - 1]
                                : reached[i - 1] && matchesName(part, path[i - 1]);
            }
            reached = next;
        }
        for (var i = 1; i <= path.length; i++) {
            if (reached[i]) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesName(String pattern, String name) {
        var reached = new boolean[name.length() + 1];
        reached[0] = true;
        for (var p = 0; p < pattern.length(); p++) {
            var letter = pattern.charAt(p);
            var next = new boolean[name.length() + 1];
            next[0] = letter == '*' && reached[0];
            for (var i = 1; i <= name.length(); i++) {
                next[i] =
                        letter == '*'
                                ? reached[i] || next[i - 1]
                                : reached[i - 1] && (letter == '?' || letter == name.charAt(i - 1));
            }
            reached = next;
        }
        return reached[name.length()];
    }
}
