package dev.touchstone.scanners.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Looks for attributes and texts in markup. */
final class FindInMarkup {

    private static final int BEFORE = 240;

    private final String name;
    private final String text;
    private final TextPlaces places;
    private final List<MarkupFile.Piece> pieces;

    FindInMarkup(String path, String text) {
        this.name = path.substring(path.lastIndexOf('/') + 1);
        this.text = text;
        this.places = new TextPlaces(text);
        this.pieces = MarkupFile.pieces(text);
    }

    List<Hit> find(Search.Markup wanted) {
        if (!wanted.files().matcher(name).find()
                || wanted.needs() != null && !wanted.needs().matcher(text).find()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (var piece : pieces) {
            boolean isOfKind =
                    wanted.attribute() == null
                            ? piece.attribute().isEmpty()
                            : wanted.attribute().matcher(piece.attribute()).matches();
            if (!isOfKind
                    || wanted.element() != null
                            && !wanted.element().matcher(piece.elements()).find()) {
                continue;
            }
            Matcher match = wanted.matches().matcher(piece.value());
            while (match.find()) {
                int from = piece.offset() + match.start();
                if (fits(wanted, from)) hits.add(hit(from, piece.offset() + match.end()));
                if (match.end() == match.start()) break;
            }
        }
        return hits;
    }

    private boolean fits(Search.Markup wanted, int offset) {
        if (wanted.after() == null && wanted.unless() == null) return true;
        String before =
                text.substring(Math.max(0, offset - BEFORE), offset).replaceAll("<[^<>]*>", " ");
        return (wanted.after() == null || wanted.after().matcher(before).find())
                && (wanted.unless() == null || !wanted.unless().matcher(before).find());
    }

    private Hit hit(int from, int to) {
        int last = Math.max(from, to - 1);
        return new Hit(
                places.line(from), places.column(from), places.line(last), places.column(last), "");
    }
}
