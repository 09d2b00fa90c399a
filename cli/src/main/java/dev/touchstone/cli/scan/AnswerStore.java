package dev.touchstone.cli.scan;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of one tool about the units of one project, by the digest of what they depend on. What a
 * scan did not ask for again is forgotten.
 */
final class AnswerStore<T> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING = "-";

    private final CacheFolder folder;
    private final String name;
    private final Class<T> type;
    private final T nothing;
    private final Map<String, String> known;
    private final Map<String, String> used = new ConcurrentHashMap<>();

    private AnswerStore(
            CacheFolder folder, String name, Class<T> type, T nothing, Map<String, String> known) {
        this.type = type;
        this.nothing = nothing;
        this.folder = folder;
        this.name = name;
        this.known = known;
    }

    /**
     * @param nothing the answer that most units get
     */
    static <T> AnswerStore<T> open(CacheFolder folder, String name, Class<T> type, T nothing) {
        return new AnswerStore<>(folder, name, type, nothing, lines(folder.read(name)));
    }

    @Nullable T find(String key) {
        var text = known.get(key);
        if (text == null) {
            return null;
        }
        if (text.equals(NOTHING)) {
            used.put(key, text);
            return nothing;
        }
        try {
            var answer = JSON.readValue(text, type);
            used.put(key, text);
            return answer;
        } catch (JacksonException ofAnotherVersion) {
            return null;
        }
    }

    void keep(String key, T answer) {
        used.put(key, answer.equals(nothing) ? NOTHING : JSON.writeValueAsString(answer));
    }

    /** Writes what this scan used. */
    void close() {
        if (used.equals(known)) {
            return;
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            for (var entry : new TreeMap<>(used).entrySet()) {
                var line = entry.getKey() + " " + entry.getValue() + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        folder.write(name, bytes.toByteArray());
    }

    private static Map<String, String> lines(byte @Nullable [] packed) {
        var lines = new TreeMap<String, String>();
        if (packed == null) {
            return lines;
        }
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(new ByteArrayInputStream(packed)),
                                StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var space = line.indexOf(' ');
                if (space > 0) {
                    lines.put(line.substring(0, space), line.substring(space + 1));
                }
            }
            return lines;
        } catch (IOException broken) {
            return new TreeMap<>();
        }
    }
}
