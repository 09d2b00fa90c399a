package dev.touchstone.formats.shape;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes shapes from JSON Schema draft 7, as far as the schemas of the field use it. Most formats
 * are remarks only, as the draft allows.
 */
public final class JsonSchema {
    /** URI tells forms apart in signatures; a time that is none is of no use to anyone. */
    private static final Set<String> HELD_FORMATS = Set.of("date-time", "uri");

    private final Function<String, JsonNode> files;
    private final Map<String, JsonNode> loaded = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    private JsonSchema(Function<String, JsonNode> files) {
        this.files = files;
    }

    /**
     * Loads a schema and all that it refers to.
     *
     * @param files gives a schema file by its name, for example {@code bom-1.6.schema.json}
     */
    public static Shape load(String file, Function<String, JsonNode> files) {
        return new JsonSchema(files).reference(file, "#");
    }

    private Shape reference(String file, String reference) {
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        String target = path.isEmpty() ? file : lastSegment(path);
        Shape known = shapes.get(target + '#' + pointer);
        if (known != null) return known;
        Shape shape = new Shape();
        shapes.put(target + '#' + pointer, shape);
        JsonNode node = loaded.computeIfAbsent(target, files).at(pointer);
        if (node.isMissingNode()) throw new IllegalStateException(target + " lacks " + pointer);
        fill(shape, node, target);
        return shape;
    }

    private static String lastSegment(String path) {
        String plain = URI.create(path).getPath();
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private Shape shape(JsonNode node, String file) {
        if (node.has("$ref")) return reference(file, node.get("$ref").asString());
        Shape shape = new Shape();
        fill(shape, node, file);
        return shape;
    }

    private @Nullable Shape optional(@Nullable JsonNode node, String file) {
        return node == null ? null : shape(node, file);
    }

    private void fill(Shape shape, JsonNode node, String file) {
        if (node.isBoolean()) {
            if (!node.booleanValue()) shape.types = 0;
            return;
        }
        if (node.has("$ref")) {
            shape.all.add(reference(file, node.get("$ref").asString()));
            return;
        }
        if (node.has("type")) shape.types = types(node.get("type"));
        fillObject(shape, node, file);
        JsonNode items = node.get("items");
        if (items != null && items.isArray()) {
            for (JsonNode each : items) shape.firstItems.add(shape(each, file));
            items = node.get("additionalItems");
        }
        shape.items = optional(items, file);
        shape.minItems = node.path("minItems").asInt(0);
        shape.maxItems = node.path("maxItems").asInt(Integer.MAX_VALUE);
        shape.unique = node.path("uniqueItems").asBoolean(false);
        fillScalar(shape, node);
        for (JsonNode each : node.path("allOf")) shape.all.add(shape(each, file));
        alternatives(shape, node.get("anyOf"), false, file);
        alternatives(shape, node.get("oneOf"), true, file);
        shape.not = optional(node.get("not"), file);
        if (node.has("if")) {
            shape.condition =
                    new Shape.Condition(
                            shape(node.get("if"), file),
                            optional(node.get("then"), file),
                            optional(node.get("else"), file));
        }
    }

    private void fillObject(Shape shape, JsonNode node, String file) {
        node.path("properties")
                .properties()
                .forEach(each -> shape.property(each.getKey(), shape(each.getValue(), file)));
        for (JsonNode each : node.path("required")) {
            shape.required |= shape.property(each.asString(), null);
        }
        node.path("patternProperties")
                .properties()
                .forEach(
                        each ->
                                shape.patternProperties.put(
                                        Pattern.compile(each.getKey()),
                                        shape(each.getValue(), file)));
        JsonNode additional = node.get("additionalProperties");
        if (additional != null && additional.isBoolean()) {
            shape.open = additional.booleanValue();
        } else {
            shape.additional = optional(additional, file);
        }
    }

    private static void fillScalar(Shape shape, JsonNode node) {
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode each : node.path("enum")) words.add(each.asString());
        if (node.has("const")) words.add(node.get("const").asString());
        if (!words.isEmpty()) shape.words = words;
        shape.minLength = node.path("minLength").asInt(0);
        shape.maxLength = node.path("maxLength").asInt(Integer.MAX_VALUE);
        if (node.has("pattern")) shape.pattern = Pattern.compile(node.get("pattern").asString());
        String format = node.path("format").asString("");
        if (HELD_FORMATS.contains(format)) shape.format = format;
        shape.minimum = node.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        shape.maximum = node.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        if (node.has("exclusiveMinimum")) {
            shape.minimum = Math.nextUp(node.get("exclusiveMinimum").asDouble());
        }
    }

    private void alternatives(
            Shape shape, @Nullable JsonNode forms, boolean exactlyOne, String file) {
        if (forms == null) return;
        shape.alternatives.add(
                new Shape.Alternatives(
                        forms.valueStream().map(form -> shape(form, file)).toList(), exactlyOne));
    }

    private static int types(JsonNode type) {
        if (type.isArray()) {
            return type.valueStream().mapToInt(JsonSchema::types).reduce(0, (a, b) -> a | b);
        }
        return switch (type.asString()) {
            case "object" -> Shape.OBJECT;
            case "array" -> Shape.ARRAY;
            case "string" -> Shape.TEXT;
            case "integer" -> Shape.INTEGER;
            case "number" -> Shape.NUMBER | Shape.INTEGER;
            case "boolean" -> Shape.FLAG;
            case "null" -> Shape.NULL;
            case String unknown -> throw new IllegalStateException("unknown type " + unknown);
        };
    }
}
