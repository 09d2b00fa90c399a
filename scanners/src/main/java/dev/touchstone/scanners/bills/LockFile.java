package dev.touchstone.scanners.bills;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file to read, with those beside it that its reader asked for.
 *
 * @param path relative to the root of the tree
 * @param beside by name; those that are not there are absent
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
