package dev.touchstone.scanners.bills;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** JSON, TOML and YAML as one kind of tree; hostile depth, length and aliases are refused. */
final class LockTrees {
    private static final int MOST_DEPTH = 200;
    private static final int MOST_TEXT = 1 << 20;
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(MOST_TEXT)
                    .maxNumberLength(1_000)
                    .build();
    private static final ObjectMapper JSON =
            new JsonMapper(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build());
    private static final ObjectMapper TOML =
            new TomlMapper(TomlFactory.builder().streamReadConstraints(CONSTRAINTS).build());

    private LockTrees() {}

    static JsonNode json(String text) throws MalformedLock {
        return read(JSON, text, "JSON");
    }

    static JsonNode toml(String text) throws MalformedLock {
        return read(TOML, text, "TOML");
    }

    /** A file that only adds to another: one that is absent or broken adds nothing. */
    static JsonNode jsonOrNothing(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : json(text);
        } catch (MalformedLock broken) {
            return MissingNode.getInstance();
        }
    }

    /** The same for TOML. */
    static JsonNode tomlOrNothing(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : toml(text);
        } catch (MalformedLock broken) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode read(ObjectMapper mapper, String text, String language)
            throws MalformedLock {
        try {
            JsonNode tree = mapper.readTree(text);
            if (tree.isObject()) return tree;
            throw new MalformedLock("1:1", "is not an object of " + language);
        } catch (JacksonException broken) {
            String place =
                    broken.getLocation() == null
                            ? "1:1"
                            : broken.getLocation().getLineNr()
                                    + ":"
                                    + broken.getLocation().getColumnNr();
            throw new MalformedLock(
                    place, "is not " + language + ": " + oneLine(broken.getOriginalMessage()));
        }
    }

    /** Every scalar is a text: a version such as 1.10 must not become a number. */
    static JsonNode yaml(String text) throws MalformedLock {
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new TextSchema())
                        .setMaxAliasesForCollections(0)
                        .setAllowRecursiveKeys(false)
                        .setCodePointLimit(64 << 20)
                        .build();
        try {
            JsonNode tree = node(new Load(settings).loadFromString(text), 0);
            if (tree.isObject()) return tree;
            throw new MalformedLock("1:1", "is not a mapping of YAML");
        } catch (MarkedYamlEngineException broken) {
            String place =
                    broken.getProblemMark()
                            .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                            .orElse("1:1");
            throw new MalformedLock(place, "is not YAML: " + oneLine(broken.getProblem()));
        } catch (YamlEngineException broken) {
            throw new MalformedLock("1:1", "is not YAML: " + oneLine(broken.getMessage()));
        }
    }

    /** Texts only; what is left empty is nothing. */
    private static final class TextSchema extends FailsafeSchema {
        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of(Tag.NULL, _ -> null);
        }
    }

    private static JsonNode node(@Nullable Object value, int depth) throws MalformedLock {
        if (depth > MOST_DEPTH) throw new MalformedLock("", "is nested too deep");
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                object.set(String.valueOf(each.getKey()), node(each.getValue(), depth + 1));
            }
            return object;
        }
        if (value instanceof Collection<?> list) {
            var array = nodes.arrayNode();
            for (Object each : list) array.add(node(each, depth + 1));
            return array;
        }
        return value == null ? nodes.nullNode() : StringNode.valueOf(value.toString());
    }

    /** The text of a member that is a scalar, or null. */
    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    /** The text of a member that must be there. */
    static String must(JsonNode node, String name, String place) throws MalformedLock {
        String text = text(node, name);
        if (text == null || text.isEmpty()) {
            throw new MalformedLock(place, "has no \"" + name + "\"");
        }
        return text;
    }

    static boolean isTrue(JsonNode node, String name) {
        return "true".equals(text(node, name));
    }

    static void members(JsonNode node, BiConsumer<String, JsonNode> each) {
        if (node.isObject()) node.properties().forEach(e -> each.accept(e.getKey(), e.getValue()));
    }

    static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node.isObject()) names.addAll(node.propertyNames());
        return names;
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            for (JsonNode each : node) if (each.isString()) texts.add(each.asString());
        }
        return texts;
    }

    private static String oneLine(@Nullable String text) {
        if (text == null) return "it cannot be parsed";
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
