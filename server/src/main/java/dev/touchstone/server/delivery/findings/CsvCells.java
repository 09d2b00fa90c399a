package dev.touchstone.server.delivery.findings;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front,
 * so that it stays a text.
 */
final class CsvCells {

    private static final String STARTS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvCells() {}

    static String row(List<String> cells) {
        return cells.stream().map(CsvCells::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String first = text.stripLeading();
        boolean formula =
                !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0
                        || !first.isEmpty() && STARTS_FORMULA.indexOf(first.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
