package dev.touchstone.server.foundation.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue: an English pattern, below it the Chinese one, then an empty line. */
final class ChineseSentences {

    private static final Map<String, String> BY_ENGLISH = read();

    private ChineseSentences() {}

    static String of(String english) {
        return BY_ENGLISH.getOrDefault(english, english);
    }

    static Map<String, String> all() {
        return BY_ENGLISH;
    }

    private static Map<String, String> read() {
        var sentences = new TreeMap<String, String>();
        try (var file = ChineseSentences.class.getResourceAsStream("sentences.zh.txt")) {
            if (file == null) {
                throw new IllegalStateException("sentences.zh.txt is missing from the program");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String pair : text.strip().split("\n\n")) {
                int end = pair.indexOf('\n');
                if (sentences.put(pair.substring(0, end), pair.substring(end + 1)) != null) {
                    throw new IllegalStateException("sentences.zh.txt says twice: " + pair);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(sentences);
    }
}
