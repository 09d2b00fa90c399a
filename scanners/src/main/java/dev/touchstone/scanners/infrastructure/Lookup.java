package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a path of names through maps; a list on the way stands for all that it holds. */
final class Lookup {

    private Lookup() {}

    /** All that stands at the path, lists unfolded; absent and null values are not among them. */
    static List<Node> all(Node from, String path) {
        var found = new ArrayList<Node>();
        walk(from, path, 0, found);
        return found;
    }

    static @Nullable Node first(Node from, String path) {
        var found = all(from, path);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Where something stands, be it an empty list. */
    static @Nullable Node spot(Node from, String path) {
        int dot = path.lastIndexOf('.');
        String last = path.substring(dot + 1).replace('\\', '.');
        for (Node parent : dot < 0 ? all(from, "") : all(from, path.substring(0, dot))) {
            if (parent instanceof Node.Fields fields
                    && fields.nodes().get(last) instanceof Node it) {
                return it;
            }
        }
        return first(from, path);
    }

    /** The text of a known value; empty when there is none. */
    static String text(Node from, String path) {
        return first(from, path) instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static void walk(Node node, String path, int at, List<Node> into) {
        switch (node) {
            case Node.Items items -> items.nodes().forEach(each -> walk(each, path, at, into));
            case Node.Fields fields -> {
                if (at >= path.length()) {
                    into.add(fields);
                    return;
                }
                int dot = path.indexOf('.', at);
                int end = dot < 0 ? path.length() : dot;
                String name = path.substring(at, end);
                if (name.equals("**")) {
                    walk(fields, path, end + 1, into);
                    fields.nodes().values().forEach(each -> deep(each, path, at, into));
                    return;
                }
                if (name.equals("*")) {
                    fields.nodes().values().forEach(each -> walk(each, path, end + 1, into));
                    return;
                }
                Node next = fields.nodes().get(name.replace('\\', '.'));
                if (next != null) walk(next, path, end + 1, into);
            }
            case Node.Scalar scalar -> {
                if (at >= path.length() && scalar.value() != null) into.add(scalar);
            }
            case Node.Unknown unknown -> into.add(at >= path.length() ? unknown : inside(unknown));
        }
    }

    private static void deep(Node node, String path, int at, List<Node> into) {
        switch (node) {
            case Node.Items items -> items.nodes().forEach(each -> deep(each, path, at, into));
            case Node.Fields fields -> walk(fields, path, at, into);
            case Node.Scalar _, Node.Unknown _ -> {}
        }
    }

    /** Nobody knows whether it has what the path names. */
    private static Node inside(Node.Unknown unknown) {
        return new Node.Unknown("", false, unknown.line(), unknown.endLine());
    }

    static boolean isMaybeAbsent(Node node) {
        return node instanceof Node.Unknown unknown && unknown.text().isEmpty();
    }
}
