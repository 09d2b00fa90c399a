package dev.touchstone.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person wrote down about a sample before any scanner saw it.
 *
 * @param rows in the order of the file
 */
record AnswerSheet(List<Row> rows) {

    AnswerSheet {
        rows = List.copyOf(rows);
    }

    /**
     * One line of it.
     *
     * @param kind the weakness, or what kind of thing stands there
     * @param answer {@code weak}, {@code safe} and the like
     */
    record Row(String file, int line, String kind, String answer, String note) {

        boolean isFault() {
            return answer.equals("weak") || answer.equals("risky");
        }

        boolean isSafe() {
            return answer.equals("safe");
        }
    }

    /** Reads columns by their names in the first line. */
    static AnswerSheet read(Path file, String kind, String note) throws IOException {
        var lines = Files.readAllLines(file);
        var names = cells(lines.getFirst());
        var rows = new ArrayList<Row>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.isBlank()) continue;
            var cells = cells(line);
            rows.add(
                    new Row(
                            cells.get(names.indexOf("file")),
                            Integer.parseInt(cells.get(names.indexOf("line"))),
                            cells.get(names.indexOf(kind)),
                            cells.get(names.indexOf("answer")),
                            cells.get(names.indexOf(note))));
        }
        return new AnswerSheet(rows);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && line.startsWith("\"", i + 1)) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
