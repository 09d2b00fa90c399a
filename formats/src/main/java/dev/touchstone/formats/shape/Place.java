package dev.touchstone.formats.shape;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;

/** Words for a place in a JSON document: its pointer and, in brackets, line and column. */
public final class Place {
    private Place() {}

    /**
     * {@code /runs/0/tool (3:15)}; the document itself has an empty pointer, shown as {@code /}.
     */
    public static String of(TokenStreamContext context, TokenStreamLocation location) {
        String pointer = pointer(context).toString();
        return (pointer.isEmpty() ? "/" : pointer) + " (" + lineAndColumn(location) + ")";
    }

    public static String lineAndColumn(TokenStreamLocation location) {
        return Math.max(1, location.getLineNr()) + ":" + Math.max(1, location.getColumnNr());
    }

    private static StringBuilder pointer(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) return new StringBuilder();
        StringBuilder pointer = pointer(context.getParent());
        if (context.inArray()) {
            if (context.hasCurrentIndex()) pointer.append('/').append(context.getCurrentIndex());
        } else {
            String name = context.currentName();
            if (name != null) pointer.append('/').append(escaped(name));
        }
        return pointer;
    }

    private static String escaped(String name) {
        return shortened(name.replace("~", "~0").replace("/", "~1"));
    }

    /** Long enough to recognise, short enough to print. */
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "…";
    }
}
