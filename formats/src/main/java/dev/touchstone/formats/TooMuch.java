package dev.touchstone.formats;

import dev.touchstone.formats.shape.Place;
import tools.jackson.core.JsonParser;

/** Stops the reading of a file whose contents would fill memory; becomes an InvalidReport. */
final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    TooMuch(String place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    InvalidReport refusal() {
        return InvalidReport.at(place, String.valueOf(getMessage()));
    }

    /** Counts what is kept of a file in memory. */
    static final class Budget {
        static final int MOST = 500_000;

        private final JsonParser parser;
        private int kept;

        Budget(JsonParser parser) {
            this.parser = parser;
        }

        void keep() {
            if (++kept <= MOST) return;
            throw new TooMuch(
                    Place.of(parser.streamReadContext(), parser.currentTokenLocation()),
                    "rules, artifacts and other things that results refer to are more than %,d"
                            .formatted(MOST));
        }
    }
}
