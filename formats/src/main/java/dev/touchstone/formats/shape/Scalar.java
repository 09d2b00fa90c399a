package dev.touchstone.formats.shape;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Holds texts, numbers, flags and null against a shape. */
final class Scalar {
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?"
                            + "([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");

    private Scalar() {}

    /** What is wrong with the value under the cursor, or null. */
    static @Nullable String fault(Shape shape, JsonToken token, JsonParser parser) {
        int type = type(token, parser, shape);
        if ((shape.types & type) == 0) {
            return "is %s; expected is %s"
                    .formatted(Shape.typeNames(type), Shape.typeNames(shape.types));
        }
        if (token == JsonToken.VALUE_STRING) {
            return shape.readsText() ? text(shape, parser.getString()) : null;
        }
        if (shape.words != null && !shape.words.contains(parser.getString())) {
            return unknownWord(parser.getString(), shape.words);
        }
        return type == Shape.INTEGER || type == Shape.NUMBER ? number(shape, parser) : null;
    }

    private static int type(JsonToken token, JsonParser parser, Shape shape) {
        return switch (token) {
            case VALUE_STRING -> Shape.TEXT;
            case VALUE_NUMBER_INT ->
                    (shape.types & Shape.INTEGER) != 0 ? Shape.INTEGER : Shape.NUMBER;
            case VALUE_NUMBER_FLOAT -> {
                boolean whole =
                        (shape.types & Shape.NUMBER) == 0
                                && Math.rint(parser.getDoubleValue()) == parser.getDoubleValue();
                yield whole ? Shape.INTEGER : Shape.NUMBER;
            }
            case VALUE_TRUE, VALUE_FALSE -> Shape.FLAG;
            default -> Shape.NULL;
        };
    }

    private static @Nullable String text(Shape shape, String text) {
        if (shape.words != null && !shape.words.contains(text)) {
            return unknownWord(text, shape.words);
        }
        int length = text.codePointCount(0, text.length());
        if (length < shape.minLength) {
            return "has %d characters; at least %d needed".formatted(length, shape.minLength);
        }
        if (length > shape.maxLength) {
            return "has %d characters; at most %d allowed".formatted(length, shape.maxLength);
        }
        if (shape.pattern != null && !shape.pattern.matcher(text).find()) {
            return "is \"%s\"; a text that matches %s is expected"
                    .formatted(Place.shortened(text), shape.pattern.pattern());
        }
        if ("date-time".equals(shape.format) && !isTime(text)) {
            return "is \"%s\"; a time as in 2026-01-31T09:30:00Z is expected"
                    .formatted(Place.shortened(text));
        }
        if ("uri".equals(shape.format) && !isAbsoluteUri(text)) {
            return "is \"%s\"; an absolute URI is expected".formatted(Place.shortened(text));
        }
        return null;
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static @Nullable String number(Shape shape, JsonParser parser) {
        double number = parser.getDoubleValue();
        if (number >= shape.minimum && number <= shape.maximum) return null;
        String lowest = Double.isInfinite(shape.minimum) ? "" : " from " + plain(shape.minimum);
        String highest = Double.isInfinite(shape.maximum) ? "" : " up to " + plain(shape.maximum);
        return "is %s; a number%s%s is expected"
                .formatted(Place.shortened(parser.getString()), lowest, highest);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String unknownWord(String word, Set<String> words) {
        String known =
                words.size() <= 12 ? String.join(", ", words) : words.size() + " known words";
        return "is \"%s\"; one of %s is expected".formatted(Place.shortened(word), known);
    }

    private static boolean isTime(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) return false;
        try {
            LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
