package dev.touchstone.scanners.bills;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Paths inside a tree, as text: no file system is asked. */
final class RelativePaths {
    private RelativePaths() {}

    /** Where {@code relative} leads from {@code folder}; null when that is outside of the tree. */
    static @Nullable String resolve(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        if (relative.startsWith("/")) return null;
        for (String part : (folder + "/" + relative.replace('\\', '/')).split("/")) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) return null;
                }
                default -> parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
