import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes trees with planted tokens from templates: {@code java MakeTokens.java TEMPLATES OUTPUT}.
 *
 * <p>Equal templates give equal trees. Each template becomes three files: in {@code weak} with tokens
 * whose structure holds, in {@code broken} with tokens whose structure does not, in {@code mended}
 * with the safe twins. The README says how templates are written.
 */
final class MakeTokens {

    private enum Tree {
        weak,
        broken,
        mended
    }

    private record Row(String file, int line, String kind, String answer, String note) {}

    private static final Pattern MARK = Pattern.compile("^(.*?)\\s*§([a-z0-9-]+|S|N)\\|(.*)$");
    private static final Pattern VALUE = Pattern.compile("⟪(base64:)?([a-z0-9-]+)(#[a-z0-9]+)?⟫");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Usage: java MakeTokens.java TEMPLATES OUTPUT");
        }
        new MakeTokens().make(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    private void make(Path templates, Path output) throws IOException {
        List<Path> names;
        try (var tree = Files.walk(templates)) {
            names = tree.filter(Files::isRegularFile).map(templates::relativize).sorted().toList();
        }
        for (var name : names) {
            var lines = Files.readAllLines(templates.resolve(name));
            for (var tree : Tree.values()) {
                var to = output.resolve(tree.name()).resolve(name.toString());
                Files.createDirectories(to.getParent());
                Files.write(to, filled(unix(name), lines, tree));
            }
        }
        rows.sort(Comparator.comparing(Row::file).thenComparing(Row::line));
        var sheet = new ArrayList<String>();
        sheet.add("file,line,kind,answer,note");
        rows.forEach(row -> sheet.add(row.file + "," + row.line + "," + row.kind + "," + row.answer + "," + row.note));
        Files.write(output.resolve("answers-tokens.csv"), sheet);
    }

    private List<String> filled(String name, List<String> lines, Tree tree) {
        var out = new ArrayList<String>();
        for (var at = 0; at < lines.size(); at++) {
            var mark = MARK.matcher(lines.get(at));
            if (!mark.matches()) {
                out.add(lines.get(at));
                continue;
            }
            var kind = mark.group(2);
            if (kind.equals("S")) {
                row(name, tree, out, "look-alike", "safe", mark.group(3));
                out.addAll(values(mark.group(1), tree, name + at));
                continue;
            }
            at++;
            var twin = MARK.matcher(at < lines.size() ? lines.get(at) : "");
            if (!twin.matches() || !twin.group(2).equals("twin")) {
                throw new IllegalStateException(name + ": no twin after line " + at);
            }
            var neutral = kind.equals("N");
            if (tree == Tree.mended || tree == Tree.broken && !neutral && !Kinds.breaks(kind)) {
                row(name, tree, out, neutral ? "identifier" : kind, "safe", twin.group(3));
                out.addAll(values(twin.group(1), Tree.weak, name + at));
            } else {
                var answer = neutral ? "neutral" : tree.name();
                row(name, tree, out, neutral ? "identifier" : kind, answer, mark.group(3));
                out.addAll(values(mark.group(1), tree, name + at));
            }
        }
        return out;
    }

    private void row(String file, Tree tree, List<String> soFar, String kind, String answer, String note) {
        if (note.contains(",")) {
            throw new IllegalStateException(file + ": a note has no comma: " + note);
        }
        rows.add(new Row(tree + "/" + file, soFar.size() + 1, kind, answer, note));
    }

    /** A value of several lines is indented like its first line. */
    private List<String> values(String line, Tree tree, String place) {
        var filled = new StringBuilder();
        var matcher = VALUE.matcher(line);
        while (matcher.find()) {
            var sound = tree != Tree.broken || !Kinds.breaks(matcher.group(2));
            var key = matcher.group(2) + (matcher.group(3) == null ? place + matcher.start() : matcher.group(3));
            var value =
                    values.computeIfAbsent(
                            key + sound, absent -> Kinds.value(matcher.group(2), new Draw(key), sound));
            if (matcher.group(1) != null) {
                value = Draw.base64(value);
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(filled);
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        return List.of(filled.toString().replace("\n", "\n" + indent).split("\n"));
    }

    private static String unix(Path name) {
        return name.toString().replace('\\', '/');
    }
}
