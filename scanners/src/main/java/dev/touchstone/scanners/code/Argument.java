package dev.touchstone.scanners.code;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an argument must be; all that is given must hold.
 *
 * @param at its position, {@link #ANY}, {@link #LAST}, or what the call is made on
 * @param is where its value comes from
 * @param matches over its constant value, or one of them
 * @param text over its source
 * @param named over a name in it that no masking call encloses
 * @param below over its constant number
 */
record Argument(
        int at,
        @Nullable Is is,
        @Nullable Pattern matches,
        @Nullable Pattern text,
        @Nullable Pattern named,
        @Nullable Integer below) {

    static final int ANY = -1;
    static final int LAST = -2;
    static final int RECEIVER = -3;

    /** Where a value comes from. */
    enum Is {
        /** A text put together with a value from outside of the file. */
        JOINED,
        /** Made of a value from outside of the file. */
        OUTSIDE,
        /** Made of a value of a request. */
        REQUEST,
        /** A text put together with a value of a request. */
        REQUEST_JOINED,
        /** Begins with a value from outside of the file. */
        LEADING,
        /** Begins with a value of a request. */
        REQUEST_LEADING,
        /** Stands in the source. */
        FIXED,
        /** Made of the name that an upload gave itself. */
        UPLOAD_NAME,
        /** Made of the name of an archive's entry. */
        ENTRY_NAME
    }

    boolean accepts(Origin origin) {
        return switch (is) {
            case null -> true;
            case JOINED -> origin.joined() && !origin.sources().isEmpty();
            case OUTSIDE -> !origin.sources().isEmpty();
            case REQUEST -> origin.sources().contains(Source.REQUEST);
            case REQUEST_JOINED -> origin.joined() && origin.sources().contains(Source.REQUEST);
            case LEADING -> origin.leading() && !origin.sources().isEmpty();
            case REQUEST_LEADING -> origin.leading() && origin.sources().contains(Source.REQUEST);
            case FIXED -> origin.constant();
            case UPLOAD_NAME -> origin.sources().contains(Source.UPLOAD_NAME);
            case ENTRY_NAME -> origin.sources().contains(Source.ENTRY_NAME);
        };
    }
}
