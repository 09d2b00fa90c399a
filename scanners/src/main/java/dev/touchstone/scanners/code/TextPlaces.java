package dev.touchstone.scanners.code;

import com.github.javaparser.Position;
import java.util.Arrays;

/** Lines and columns of a text. */
final class TextPlaces {

    private final String text;
    private final int[] starts;

    TextPlaces(String text) {
        this.text = text;
        int[] found = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
            if (ends) {
                if (lines == found.length) found = Arrays.copyOf(found, lines * 2);
                found[lines++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, lines);
    }

    /** Line of an offset, from 1. */
    int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Column of an offset, from 1. */
    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    /** The text of a line, without what ends it; empty past the end. */
    String lineText(int line) {
        if (line < 1 || line > starts.length) return "";
        int end = line < starts.length ? starts[line] : text.length();
        return text.substring(starts[line - 1], end).stripTrailing();
    }

    int lines() {
        return starts.length;
    }

    /** From the first to the last place, both included. */
    String text(Position first, Position last) {
        int from = offset(first);
        return text.substring(from, Math.max(from, Math.min(text.length(), offset(last) + 1)));
    }

    private int offset(Position place) {
        int line = Math.clamp(place.line, 1, starts.length);
        return Math.clamp(starts[line - 1] + place.column - 1L, 0, text.length());
    }
}
