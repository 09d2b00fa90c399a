package dev.touchstone.contract;

import org.jspecify.annotations.Nullable;

/**
 * A place in a source file. Lines and columns count from 1; 0 says that the report did not name
 * one.
 *
 * @param path relative to the root of the repository, with forward slashes, as the scanner gave it
 * @param snippet the text of the region when the report carries it
 * @param symbol fully qualified name of the function, class or resource around the place, when
 *     named; then the path may be empty
 */
public record CodeLocation(
        String path,
        int startLine,
        int startColumn,
        int endLine,
        int endColumn,
        @Nullable String snippet,
        @Nullable String symbol) {

    public CodeLocation(
            String path,
            int startLine,
            int startColumn,
            int endLine,
            int endColumn,
            @Nullable String snippet) {
        this(path, startLine, startColumn, endLine, endColumn, snippet, null);
    }

    public static CodeLocation ofLine(String path, int line) {
        return new CodeLocation(path, line, 0, line, 0, null);
    }

    /** {@code path:line}, or only the path when the line is not known, or the symbol. */
    public String display() {
        if (path.isEmpty() && symbol != null) return symbol;
        return startLine > 0 ? path + ":" + startLine : path;
    }
}
