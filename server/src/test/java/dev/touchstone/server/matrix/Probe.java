package dev.touchstone.server.matrix;

import dev.touchstone.server.foundation.guard.Permission;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one operation is asked about a thing, and how far a right must reach for it to open.
 *
 * @param operation method and address pattern
 * @param inner permission that is asked for behind the wall, where the operation's own is SELF
 * @param marker text by which a list shows the thing
 */
record Probe(
        String operation,
        Shape shape,
        Extent extent,
        Function<Target, Ask> ask,
        @Nullable Permission inner,
        @Nullable Function<Target, String> marker) {

    /** The kind of question. */
    enum Shape {
        BY_ID,
        LIST,
        COUNT,
        SEARCH,
        EXPORT,
        COMMAND
    }

    /** How far a right must reach. */
    enum Extent {
        /** Nothing to reach: whoever holds the right may. */
        EVERYONE,
        /** To the department in which the thing lies. */
        DEPARTMENT,
        /** Over the whole legal entity. */
        ENTITY,
        /** Over the whole legal entity, and that is asked before the thing is looked for. */
        ENTITY_FIRST,
        /** This side of the wall is enough. */
        VISIBLE,
        /** Over the whole group. */
        GROUP,
        /** Nothing that the test could name lies there: whoever holds the right is told so. */
        NOTHING_THERE
    }

    /** A request. */
    record Ask(String path, @Nullable String body, String type) {

        private static final String BOUNDARY = "a-boundary-of-the-matrix";

        static Ask of(String path, Object... parts) {
            return new Ask(path.formatted(parts), null, "application/json");
        }

        Ask with(String body, Object... parts) {
            return new Ask(path, body.replace('\'', '"').formatted(parts), type);
        }

        /** As a form with the two parts of an upload. */
        Ask upload(String about, String file) {
            String body =
                    """
                    --%1$s
                    Content-Disposition: form-data; name="about"

                    %2$s
                    --%1$s
                    Content-Disposition: form-data; name="file"; filename="report.sarif"

                    %3$s
                    --%1$s--
                    """
                            .formatted(BOUNDARY, about.replace('\'', '"'), file.replace('\'', '"'))
                            .replace("\n", "\r\n");
            return new Ask(path, body, "multipart/form-data; boundary=" + BOUNDARY);
        }
    }

    static Probe byId(String operation, Extent extent, Function<Target, Ask> ask) {
        return new Probe(operation, Shape.BY_ID, extent, ask, null, null);
    }

    static Probe command(String operation, Extent extent, Function<Target, Ask> ask) {
        return new Probe(operation, Shape.COMMAND, extent, ask, null, null);
    }

    static Probe list(
            String operation,
            Extent extent,
            Function<Target, Ask> ask,
            Function<Target, String> marker) {
        return new Probe(operation, Shape.LIST, extent, ask, null, marker);
    }

    static Probe search(
            String operation,
            Extent extent,
            Function<Target, Ask> ask,
            Function<Target, String> marker) {
        return new Probe(operation, Shape.SEARCH, extent, ask, null, marker);
    }

    static Probe count(
            String operation,
            Extent extent,
            Function<Target, Ask> ask,
            Function<Target, String> marker) {
        return new Probe(operation, Shape.COUNT, extent, ask, null, marker);
    }

    static Probe export(
            String operation,
            Extent extent,
            Function<Target, Ask> ask,
            Function<Target, String> marker) {
        return new Probe(operation, Shape.EXPORT, extent, ask, null, marker);
    }

    Probe behind(Permission permission) {
        return new Probe(operation, shape, extent, ask, permission, marker);
    }

    @Override
    public String toString() {
        return shape + " " + operation;
    }
}
