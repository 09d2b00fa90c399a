package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The resources of one unit, by type. */
final class Neighbours {

    private final Map<String, List<Resource>> byType = new HashMap<>();

    Neighbours(List<Resource> resources) {
        for (Resource each : resources) {
            byType.computeIfAbsent(each.type(), _ -> new ArrayList<>()).add(each);
        }
    }

    /** Resources of the type whose attribute refers to this one or repeats its own name. */
    List<Resource> linked(Resource to, String type, String attribute) {
        String own = Lookup.text(to.attributes(), attribute);
        return byType.getOrDefault(type, List.of()).stream()
                .filter(each -> refers(each, attribute, address(to), own))
                .toList();
    }

    private static boolean refers(Resource from, String attribute, String name, String own) {
        for (Node each : Lookup.all(from.attributes(), attribute)) {
            if (each instanceof Node.Unknown unknown && isAbout(unknown.text(), name)) return true;
            if (each instanceof Node.Scalar scalar && !own.isEmpty() && scalar.text().equals(own)) {
                return true;
            }
        }
        return false;
    }

    List<Resource> named(String type, String source) {
        return byType.getOrDefault(type, List.of()).stream()
                .filter(each -> isAbout(source, address(each)))
                .toList();
    }

    /** Without the key of an instance. */
    private static String address(Resource resource) {
        int key = resource.name().indexOf('[');
        return key < 0 ? resource.name() : resource.name().substring(0, key);
    }

    /** Whether an expression speaks of the resource itself, not of one whose name is longer. */
    private static boolean isAbout(String expression, String name) {
        for (int at = expression.indexOf(name); at >= 0; at = expression.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || !isWord(expression.charAt(at - 1));
            boolean ends = end == expression.length() || !isWord(expression.charAt(end));
            if (starts && ends) return true;
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
