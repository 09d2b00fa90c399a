package dev.touchstone.scanners.infrastructure;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A value that a rule asks about. Where the answer hangs on what nobody knows it throws. */
record Place(Node node, Resource resource, Neighbours neighbours) {

    /** The answer cannot be known from the files. */
    static final class NotKnown extends RuntimeException {
        static final NotKnown YET = new NotKnown();
        private static final long serialVersionUID = 1L;

        private NotKnown() {
            super("not known from the files", null, false, false);
        }
    }

    /** Whether something is there that is not an empty text. */
    boolean has(String path) {
        var found = Lookup.all(node, path);
        boolean unsure = false;
        for (Node each : found) {
            boolean empty = each instanceof Node.Scalar scalar && scalar.text().isEmpty();
            if (Lookup.isMaybeAbsent(each)) unsure = true;
            else if (!empty) return true;
        }
        if (unsure) throw NotKnown.YET;
        return false;
    }

    /** The first value as text; empty when there is none. */
    String text(String path) {
        return switch (Lookup.first(node, path)) {
            case null -> "";
            case Node.Scalar scalar -> scalar.text();
            case Node.Fields _, Node.Items _ -> "";
            case Node.Unknown _ -> throw NotKnown.YET;
        };
    }

    /** Whether it is said to be true. */
    boolean yes(String path) {
        return flag(path, "true");
    }

    /** Whether it is said to be false. */
    boolean no(String path) {
        return flag(path, "false");
    }

    private boolean flag(String path, String word) {
        return some(path, scalar -> scalar.text().equalsIgnoreCase(word));
    }

    long number(String path, long otherwise) {
        Node found = Lookup.first(node, path);
        if (found == null) return otherwise;
        return switch (found) {
            case Node.Scalar scalar -> whole(scalar, otherwise);
            case Node.Fields _, Node.Items _ -> otherwise;
            case Node.Unknown _ -> throw NotKnown.YET;
        };
    }

    private static long whole(Node.Scalar scalar, long otherwise) {
        if (scalar.value() instanceof Long number) return number;
        try {
            return (long) Double.parseDouble(scalar.text().strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /**
     * Whether a text such as {@code 22}, {@code 20/25}, {@code 80,8000-9000} or ALL has the port.
     */
    boolean spans(String path, long port) {
        return some(path, scalar -> PortRange.holds(scalar.text(), port));
    }

    /** Whether one of the values is among these. */
    boolean any(String path, List<?> values) {
        return some(path, scalar -> values.contains(scalar.text()));
    }

    /** Whether the pattern is found in one of the values. */
    boolean like(String path, Pattern pattern) {
        return some(path, scalar -> pattern.matcher(scalar.text()).find());
    }

    private boolean some(String path, Predicate<Node.Scalar> asked) {
        boolean unknown = false;
        for (Node each : Lookup.all(node, path)) {
            if (each instanceof Node.Scalar scalar && asked.test(scalar)) return true;
            unknown |= each instanceof Node.Unknown;
        }
        if (unknown) throw NotKnown.YET;
        return false;
    }

    /** Everything at the path as places of their own. */
    List<Place> parts(String path) {
        var all = new ArrayList<Place>();
        for (Node each : Lookup.all(node, path)) all.add(new Place(each, resource, neighbours));
        return all;
    }

    /** What stands below the path under the name of a password, a token or a key. */
    List<Place> secrets(String path) {
        return Lookup.all(node, path).stream()
                .flatMap(each -> WrittenSecrets.in(each).stream())
                .map(each -> new Place(each, resource, neighbours))
                .toList();
    }

    /** The names that the maps at the path have. */
    List<String> names(String path) {
        var names = new ArrayList<String>();
        for (Node each : path.isEmpty() ? List.of(node) : Lookup.all(node, path)) {
            if (each instanceof Node.Fields fields) names.addAll(fields.nodes().keySet());
            if (each instanceof Node.Unknown) throw NotKnown.YET;
        }
        return names;
    }

    long count(String path) {
        var found = Lookup.all(node, path);
        if (found.stream().anyMatch(Node.Unknown.class::isInstance)) throw NotKnown.YET;
        return found.size();
    }

    /** What the expression or value says, known or not: names of other resources stand in it. */
    String source(String path) {
        Node found = path.isEmpty() ? node : Lookup.first(node, path);
        return found == null ? "" : HclExpression.scalarText(found);
    }

    /** Resources of a type in the same module whose attribute names this resource. */
    List<Place> linked(String type, String attribute) {
        return neighbours.linked(resource, type, attribute).stream()
                .map(each -> new Place(each.attributes(), each, neighbours))
                .toList();
    }

    /** The resource of a type that the attribute of this one names. */
    List<Place> target(String path, String type) {
        String source = source(path);
        return neighbours.named(type, source).stream()
                .map(each -> new Place(each.attributes(), each, neighbours))
                .toList();
    }
}
