package dev.touchstone.scanners.bills;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The text of Yarn's first version: keys and values by indentation, with optional quotes. */
final class YarnText {
    private YarnText() {}

    static JsonNode parse(String text) throws MalformedLock {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode entry = null;
        ObjectNode table = null;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            int indent = line.length() - line.stripLeading().length();
            String rest = line.strip();
            if (indent == 0) {
                if (!rest.endsWith(":")) throw wrong(number, "a key that ends with a colon");
                entry = root.putObject(String.join(", ", words(rest, number)));
                table = null;
            } else if (indent == 2 && entry != null) {
                if (rest.endsWith(":") && rest.indexOf(' ') < 0) {
                    table = entry.putObject(rest.substring(0, rest.length() - 1));
                } else {
                    put(entry, rest, number);
                    table = null;
                }
            } else if (indent == 4 && table != null) {
                put(table, rest, number);
            } else {
                throw wrong(number, "an indentation of 0, 2 or 4 blanks");
            }
        }
        return root;
    }

    private static void put(ObjectNode into, String text, int line) throws MalformedLock {
        List<String> words = words(text, line);
        if (words.size() != 2) throw wrong(line, "a name and a value");
        into.put(words.get(0), words.get(1));
    }

    /** Words between blanks, commas and a colon at the end; a quoted one may hold any of them. */
    private static List<String> words(String text, int line) throws MalformedLock {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = text.indexOf('"', i + 1);
                if (end < 0) throw wrong(line, "a closing quotation mark");
                words.add(text.substring(i + 1, end));
                i = end;
            } else if (c == ' ' || c == ',' || c == ':' && i == text.length() - 1) {
                word = finish(word, words);
            } else {
                if (word == null) word = new StringBuilder();
                word.append(c);
            }
        }
        finish(word, words);
        return words;
    }

    private static @Nullable StringBuilder finish(
            @Nullable StringBuilder word, List<String> words) {
        if (word != null) words.add(word.toString());
        return null;
    }

    private static MalformedLock wrong(int line, String expected) {
        return new MalformedLock(line + ":1", "is no yarn.lock: expected " + expected);
    }
}
