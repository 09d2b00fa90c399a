package dev.touchstone.scanners.bills;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file to read, with those beside it that its reader asked for.
 *
 * @param path relative to the root of the tree
 * @param beside by their path from the folder of the file; those that are not there are absent
 */
public record LockFile(String path, byte[] content, Map<String, byte[]> beside) {

    public LockFile {
        beside = Map.copyOf(beside);
    }

    public LockFile(String path, byte[] content) {
        this(path, content, Map.of());
    }

    String name() {
        return nameOf(path);
    }

    /** What a file beside it holds, by its path from the folder; those of a name only. */
    Map<String, String> textsBelow(String name) {
        Map<String, String> found = new TreeMap<>();
        beside.forEach(
                (path, bytes) -> {
                    if (path.endsWith("/" + name)) found.put(folderOf(path), textOf(bytes));
                });
        return found;
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder, with a slash at its end; empty for the root. */
    static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    String text() {
        return textOf(content);
    }

    @Nullable String textBeside(String name) {
        byte[] found = beside.get(name);
        return found == null ? null : textOf(found);
    }

    private static String textOf(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
