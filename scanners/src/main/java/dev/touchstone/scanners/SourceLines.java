package dev.touchstone.scanners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of the scanned sources, so that a person sees the code that a finding speaks of. */
final class SourceLines {

    private static final long MOST_BYTES = 2L << 20;
    private static final int MOST_LINES = 20;
    private static final int MOST_CHARACTERS = 2_000;

    private final Path root;
    private String path = "";
    private List<String> lines = List.of();

    SourceLines(Path root) {
        this.root = root;
    }

    /**
     * The lines from the first to the last, both counted from 1; null where they cannot be told.
     */
    @Nullable String of(String path, int first, int last) {
        if (!path.equals(this.path)) {
            this.path = path;
            this.lines = read(path);
        }
        if (first < 1 || last < first || last > lines.size() || last - first >= MOST_LINES) {
            return null;
        }
        var text = String.join("\n", lines.subList(first - 1, last));
        return text.isBlank() || text.length() > MOST_CHARACTERS ? null : text;
    }

    private List<String> read(String path) {
        var file = root.resolve(path).normalize();
        try {
            return file.startsWith(root)
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= MOST_BYTES
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
