package dev.touchstone.scanners.tree;

/**
 * Something that was not looked at, and why.
 *
 * @param path relative to the root; of a folder it ends with a slash
 * @param detail a size, a setting or an error's text that makes the reason plain; may be empty
 */
public record LeftOut(String path, Reason reason, String detail) {

    /** Why something was not looked at. */
    public enum Reason {
        /** A link; what it points at may lie outside. */
        LINK,
        TOO_LARGE,
        /** More files than a scan takes. */
        TOO_MANY,
        /** A device, socket or pipe. */
        NOT_A_FILE,
        UNREADABLE,
        /** The settings exclude it. */
        EXCLUDED,
        /** A repository or work tree of its own inside this one. */
        OTHER_REPOSITORY,
        /** The repository's own store, {@code .git}. */
        REPOSITORY_STORE,
        /** A folder that a build or a package manager fills; of it only archives are looked at. */
        BUILT,
        /** Its text is not what its name says. */
        MALFORMED,
        /** Packed too tightly, too deeply, or into too much. */
        TOO_MUCH_INSIDE,
        /** The scanner itself failed on it. */
        FAILED
    }
}
