package dev.touchstone.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads objects and lists under the cursor of a parser. Each reader leaves the cursor on the last
 * token of its value; a value of another type is passed over.
 */
final class Members {
    private Members() {}

    /** Reads the value of the member with this name, or passes over it. */
    interface Reader {
        void read(String name);
    }

    static void of(JsonParser parser, Reader reader) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            reader.read(name);
        }
    }

    static void each(JsonParser parser, Runnable item) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) item.run();
    }

    static <T> List<T> list(JsonParser parser, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        each(parser, () -> items.add(item.get()));
        return items;
    }

    static <T> Map<String, T> map(JsonParser parser, Supplier<T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        of(parser, name -> values.put(name, value.get()));
        return values;
    }

    static @Nullable String text(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            return null;
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    static List<String> texts(JsonParser parser) {
        List<String> texts = new ArrayList<>();
        each(
                parser,
                () -> {
                    String text = text(parser);
                    if (text != null) texts.add(text);
                });
        return texts;
    }

    /** A whole number that fits an int, else {@code otherwise}. */
    static int number(JsonParser parser, int otherwise) {
        if (!parser.currentToken().isNumeric()) {
            parser.skipChildren();
            return otherwise;
        }
        double value = parser.getDoubleValue();
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE ? (int) value : otherwise;
    }
}
