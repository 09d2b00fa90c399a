package dev.touchstone.formats.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes shapes from a short notation: a line at the margin names a kind of object, indented lines
 * name its properties with their types.
 *
 * <pre>
 * region any of startLine charOffset byteOffset
 *     startLine int 1..
 *     level none|note|warning|error
 *     message! message
 * </pre>
 *
 * {@code !} means required, {@code []} a list, <code>{}</code> a list whose items differ, {@code +}
 * in it not empty, {@code ?} or null, {@code map X} an object whose values are X; {@code any of}
 * and {@code one of} demand one of the named properties; <code>= NAME PATTERN</code> names a text
 * that matches a pattern. Every object may also have {@code properties}.
 */
public final class ShapeText {
    private final Map<String, Shape> kinds = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();

    private ShapeText() {}

    /** The shape of the kind that stands first. */
    public static Shape parse(String text) {
        ShapeText notation = new ShapeText();
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> notation.sort(line, lines));
        Shape current = new Shape();
        for (String line : lines) {
            if (line.startsWith(" ")) notation.property(current, line.strip());
            else current = notation.open(line.split(" ")[0]);
        }
        for (String line : lines) if (!line.startsWith(" ")) notation.choices(line);
        return notation.kind(lines.getFirst().split(" ")[0]);
    }

    private void sort(String line, List<String> lines) {
        if (line.startsWith("= ")) {
            String[] words = line.split(" ", 3);
            patterns.put(words[1], Pattern.compile(words[2]));
        } else if (!line.isBlank() && !line.startsWith("#")) {
            lines.add(line);
        }
    }

    private Shape kind(String name) {
        return kinds.computeIfAbsent(name, _ -> new Shape());
    }

    private Shape open(String name) {
        Shape shape = kind(name);
        shape.types = Shape.OBJECT;
        shape.open = false;
        shape.property("properties", type("bag"));
        return shape;
    }

    private void choices(String line) {
        String[] words = line.split(" ");
        if (words.length == 1) return;
        Shape shape = kind(words[0]);
        long bits = 0;
        for (String name : Arrays.asList(words).subList(3, words.length)) {
            bits |= shape.property(name, null);
        }
        if (words[1].equals("any")) shape.atLeastOneOf = bits;
        else shape.exactlyOneOf = bits;
    }

    private void property(Shape shape, String line) {
        int space = line.indexOf(' ');
        String name = line.substring(0, space);
        String type = line.substring(space + 1).strip();
        boolean required = name.endsWith("!");
        long bit =
                shape.property(required ? name.substring(0, name.length() - 1) : name, type(type));
        if (required) shape.required |= bit;
    }

    private Shape type(String text) {
        if (text.endsWith("?")) {
            Shape shape = type(text.substring(0, text.length() - 1));
            shape.types |= Shape.NULL;
            return shape;
        }
        if (text.endsWith("]") || text.endsWith("}")) return list(text);
        if (text.startsWith("map ")) {
            Shape shape = new Shape();
            shape.types = Shape.OBJECT;
            shape.additional = type(text.substring(4));
            return shape;
        }
        if (text.startsWith("int") || text.startsWith("number ") || text.equals("number")) {
            return number(text);
        }
        return switch (text) {
            case "text", "uri" -> ofType(Shape.TEXT);
            case "flag" -> ofType(Shape.FLAG);
            case "bag" -> {
                Shape bag = ofType(Shape.OBJECT);
                bag.property("tags", list("text{}"));
                yield bag;
            }
            default -> {
                if (patterns.containsKey(text)) {
                    Shape shape = ofType(Shape.TEXT);
                    shape.pattern = patterns.get(text);
                    yield shape;
                }
                yield text.contains("|") || text.startsWith("'") ? words(text) : kind(text);
            }
        };
    }

    private Shape list(String text) {
        Shape shape = ofType(Shape.ARRAY);
        shape.unique = text.endsWith("}");
        int end = text.length() - 2;
        if (text.charAt(end) == '+') {
            shape.minItems = 1;
            end--;
        }
        shape.items = type(text.substring(0, end));
        return shape;
    }

    private static Shape number(String text) {
        Shape shape = ofType(text.startsWith("int") ? Shape.INTEGER : Shape.NUMBER | Shape.INTEGER);
        int space = text.indexOf(' ');
        if (space < 0) return shape;
        String[] bounds = text.substring(space + 1).split("\\.\\.", -1);
        if (!bounds[0].isEmpty()) shape.minimum = Double.parseDouble(bounds[0]);
        if (!bounds[1].isEmpty()) shape.maximum = Double.parseDouble(bounds[1]);
        return shape;
    }

    private static Shape words(String text) {
        Shape shape = ofType(Shape.TEXT);
        shape.words = new LinkedHashSet<>(Arrays.asList(text.replace("'", "").split("\\|")));
        return shape;
    }

    private static Shape ofType(int types) {
        Shape shape = new Shape();
        shape.types = types;
        return shape;
    }
}
