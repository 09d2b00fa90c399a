package dev.touchstone.contract;

import org.jspecify.annotations.Nullable;

/**
 * A place in a source file. Lines and columns count from 1; 0 says that the report did not name
 * one.
 *
 * @param path relative to the root of the repository, with forward slashes, as the scanner gave it
 * @param snippet the text of the region when the report carries it
 */
public record CodeLocation(
        String path,
        int startLine,
        int startColumn,
        int endLine,
        int endColumn,
        @Nullable String snippet) {

    public static CodeLocation ofLine(String path, int line) {
        return new CodeLocation(path, line, 0, line, 0, null);
    }

    /** {@code path:line}, or only the path when the line is not known. */
    public String display() {
        return startLine > 0 ? path + ":" + startLine : path;
    }
}
