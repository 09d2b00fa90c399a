package dev.touchstone.scanners.secrets;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows of database dumps: which column holds a secret stands in the statement's list of columns, or
 * in the table's definition before it.
 */
final class SqlRows {

    private static final Pattern INSERT =
            Pattern.compile(
                    "(?i)\\b(?:insert\\s+(?:ignore\\s+)?into|replace\\s+into)\\s+([\\w.`\"\\[\\]]+)\\s*(\\([^()]*\\))?\\s*values?\\s*");
    private static final Pattern TABLE =
            Pattern.compile(
                    "(?i)\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([\\w.`\"\\[\\]]+)\\s*\\(");
    private static final Pattern COPY =
            Pattern.compile("(?i)^copy\\s+([\\w.\"]+)\\s*\\(([^()]*)\\)\\s+from\\s+stdin");
    private static final int MOST_ROWS = 50_000;
    private static final int LONGEST_LINE = 1_000_000;

    private final SecretRule rule;
    private final Map<String, List<String>> tables = new HashMap<>();

    SqlRows(Rules rules) {
        this.rule = rules.byId("TS-SECRET-SQL-DUMP-PASSWORD");
    }

    void read(FileText file, Place place, List<Found> found) {
        List<String> copied = List.of();
        List<String> inserted = List.of();
        for (int line = 1;
                line <= Math.min(file.lines(), MOST_ROWS) && found.size() < 2_000;
                line++) {
            int start = file.startOfLine(line);
            int end = file.lineEnd(start);
            if (end - start > LONGEST_LINE) {
                continue;
            }
            String text = file.text().substring(start, end);
            if (!copied.isEmpty()) {
                copied = text.equals("\\.") ? List.of() : copied;
                copiedRow(text, start, copied, place, found);
                continue;
            }
            if (text.isEmpty()) {
                continue;
            }
            String folded = text.toLowerCase(Locale.ROOT);
            if (folded.contains("create table")) {
                define(file, text, start);
            } else if (folded.startsWith("copy ")) {
                Matcher copy = COPY.matcher(text);
                copied = copy.find() ? names(copy.group(2)) : copied;
            } else if (folded.contains("insert") || folded.contains("replace into")) {
                inserted = insert(text, start, place, found);
            } else if (!inserted.isEmpty() && text.stripLeading().startsWith("(")) {
                tuples(text, start, text.indexOf('('), inserted, place, found);
            }
            if (text.strip().endsWith(";")) {
                inserted = List.of();
            }
        }
    }

    private void define(FileText file, String line, int start) {
        Matcher table = TABLE.matcher(line);
        if (!table.find()) {
            return;
        }
        var columns = new ArrayList<String>();
        int end = Math.min(file.text().length(), start + 20_000);
        String body = file.text().substring(start + table.end(), end);
        int close = body.indexOf(";");
        for (String column :
                (close < 0 ? body : body.substring(0, close))
                        .split(",\\s*\\n|\\n|,\\s+(?=[`\"\\w]+\\s+\\w+)")) {
            String name = bare(column.strip().split("\\s+", 2)[0]);
            boolean isKey =
                    name.matches(
                            "(?i)primary|key|unique|constraint|index|foreign|fulltext|check|\\)|");
            if (!isKey) {
                columns.add(name);
            }
        }
        tables.put(bare(table.group(1)), columns);
    }

    private List<String> insert(String text, int start, Place place, List<Found> found) {
        Matcher insert = INSERT.matcher(text);
        List<String> columns = List.of();
        int at = 0;
        while (insert.find(at)) {
            String list = insert.group(2);
            columns =
                    list == null
                            ? tables.getOrDefault(bare(insert.group(1)), List.of())
                            : names(list.substring(1, list.length() - 1));
            at = tuples(text, start, insert.end(), columns, place, found);
        }
        return columns;
    }

    /** Reads {@code (…),(…)} from there on; returns where it stopped. */
    private int tuples(
            String text,
            int start,
            int from,
            List<String> columns,
            Place place,
            List<Found> found) {
        int at = from;
        while (at < text.length() && found.size() < 2_000) {
            char c = text.charAt(at);
            if (c == '(') {
                at = tuple(text, start, at + 1, columns, place, found);
            } else if (c == ',' || c == ' ') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private int tuple(
            String text,
            int start,
            int from,
            List<String> columns,
            Place place,
            List<Found> found) {
        int column = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                int end = endOfText(text, at);
                check(text, start, at + 1, end, columns, column, place, found);
                at = end + 1;
            } else if (c == ',') {
                column++;
                at++;
            } else if (c == ')') {
                return at + 1;
            } else {
                at++;
            }
        }
        return at;
    }

    private static int endOfText(String text, int open) {
        char quote = text.charAt(open);
        for (int at = open + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote) {
                at++;
            } else if (c == quote) {
                return at;
            }
        }
        return text.length();
    }

    private void copiedRow(
            String text, int start, List<String> columns, Place place, List<Found> found) {
        int at = 0;
        int column = 0;
        for (String cell : text.split("\t", -1)) {
            check(text, start, at, at + cell.length(), columns, column, place, found);
            at += cell.length() + 1;
            column++;
        }
    }

    private void check(
            String text,
            int start,
            int from,
            int end,
            List<String> columns,
            int column,
            Place place,
            List<Found> found) {
        if (column >= columns.size()
                || end - from < 4
                || CredentialName.sortOf(columns.get(column)) == CredentialName.Sort.NONE) {
            return;
        }
        String value = text.substring(from, end);
        if (!Placeholder.is(value, place.example())
                && value.indexOf(' ') < 0
                && !Plausible.isPath(value)
                && !value.startsWith("\\N")) {
            found.add(
                    new Found(
                            rule.text(),
                            columns.get(column),
                            start + from,
                            start + end,
                            10 * rule.order()));
        }
    }

    private static List<String> names(String list) {
        var names = new ArrayList<String>();
        for (String name : list.split(",")) {
            names.add(bare(name.strip()));
        }
        return names;
    }

    private static String bare(String name) {
        return name.replaceAll("[`\"\\[\\]]", "").replaceFirst("^.*\\.", "");
    }
}
