package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Dockerfile: directives, continuations, comments inside of them, heredocs, ONBUILD. */
final class ReadDockerfile {

    /**
     * @param flags what stands before the arguments as {@code --name=value}
     * @param text the arguments in one line, heredocs after them
     * @param onBuild whether it runs only in images built on this one
     */
    record Instruction(
            String name,
            Map<String, String> flags,
            String text,
            boolean onBuild,
            int line,
            int endLine) {}

    static final Set<String> WORDS =
            Set.of(
                    "FROM",
                    "RUN",
                    "CMD",
                    "LABEL",
                    "MAINTAINER",
                    "EXPOSE",
                    "ENV",
                    "ADD",
                    "COPY",
                    "ENTRYPOINT",
                    "VOLUME",
                    "USER",
                    "WORKDIR",
                    "ARG",
                    "ONBUILD",
                    "STOPSIGNAL",
                    "HEALTHCHECK",
                    "SHELL",
                    "CROSS_BUILD");

    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z]+)\\s*=\\s*(\\S+)\\s*");
    private static final Pattern HEREDOC =
            Pattern.compile("(?<!<)<<(?!<)-?\\s*([\"']?)([A-Za-z_][\\w.]*)\\1");
    private static final Pattern FLAG =
            Pattern.compile("--([a-z][a-z-]*)(?:=(\"[^\"]*\"|\\S*))?\\s*");

    private final List<String> lines;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Malformed> faults = new ArrayList<>();
    private char escape = '\\';
    private int at;

    private ReadDockerfile(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * @param faults of lines that are no instructions; the rest was read
     */
    record Reading(List<Instruction> instructions, List<Malformed> faults) {}

    static Reading read(String text) {
        var reader = new ReadDockerfile(text);
        reader.directives();
        while (reader.at < reader.lines.size()) reader.instruction();
        return new Reading(reader.instructions, reader.faults);
    }

    private void directives() {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line.strip());
            if (!directive.matches()) return;
            if (directive.group(1).equalsIgnoreCase("escape") && directive.group(2).equals("`")) {
                escape = '`';
            }
        }
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    private void instruction() {
        String first = lines.get(at);
        if (first.isBlank() || isComment(first)) {
            at++;
            return;
        }
        int start = at + 1;
        String whole = joined();
        int end = at;
        var heredocs = new StringBuilder();
        String word = whole.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        String inner = word.equals("ONBUILD") ? whole.replaceFirst("^\\S+\\s+", "") : whole;
        String name = inner.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        if (Set.of("RUN", "COPY", "ADD").contains(name)) end = heredocs(inner, heredocs);
        if (!WORDS.contains(name)) {
            faults.add(new Malformed(start, "\"" + shortened(name) + "\" is no instruction"));
            return;
        }
        String rest = inner.length() > name.length() ? inner.substring(name.length()).strip() : "";
        var flags = new LinkedHashMap<String, String>();
        Matcher flag = FLAG.matcher(rest);
        while (flag.lookingAt()) {
            String value = flag.group(2) == null ? "" : flag.group(2);
            flags.merge(flag.group(1), value, (one, other) -> one + "," + other);
            rest = rest.substring(flag.end());
            flag = FLAG.matcher(rest);
        }
        boolean onBuild = word.equals("ONBUILD");
        instructions.add(
                new Instruction(
                        name, flags, rest + heredocs, onBuild, start, Math.max(start, end)));
    }

    private static String shortened(String name) {
        return name.length() > 30 ? name.substring(0, 30) + "…" : name;
    }

    /** The lines of one instruction as one; the position stands after them. */
    private String joined() {
        var whole = new StringBuilder();
        while (at < lines.size()) {
            String line = lines.get(at);
            boolean inside = !whole.isEmpty();
            if (inside && (isComment(line) || line.isBlank())) {
                at++;
                continue;
            }
            at++;
            String shown = line.stripTrailing();
            if (shown.isEmpty() || shown.charAt(shown.length() - 1) != escape) {
                whole.append(shown.strip());
                break;
            }
            whole.append(shown, 0, shown.length() - 1).append(' ');
        }
        return whole.toString().strip();
    }

    /** A mark that nothing closes is part of a command, not a heredoc. */
    private int heredocs(String text, StringBuilder into) {
        Matcher heredoc = HEREDOC.matcher(text);
        while (heredoc.find()) {
            String mark = heredoc.group(2);
            int close = at;
            while (close < lines.size() && !lines.get(close).strip().equals(mark)) close++;
            if (close == lines.size()) return at;
            while (at < close) into.append('\n').append(lines.get(at++));
            at++;
        }
        return at;
    }
}
