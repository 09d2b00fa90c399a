package dev.touchstone.engine.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in exactly one form, for hashing and signing: RFC 8785 (members sorted, no white space,
 * shortest numbers).
 */
public final class CanonicalJson {

    private static final long EXACT = 1L << 53;

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private CanonicalJson() {}

    /** The canonical form of records, maps, lists and trees. */
    public static byte[] write(Object value) {
        JsonNode tree = value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
        var text = new StringBuilder();
        append(text, tree);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A tree; refuses double members and anything after the value. */
    public static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    private static void append(StringBuilder text, JsonNode node) {
        if (node.isObject()) {
            appendObject(text, node);
        } else if (node.isArray()) {
            appendArray(text, node);
        } else if (node.isString()) {
            appendString(text, node.stringValue());
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            appendLong(text, node.longValue());
        } else if (node.isNumber()) {
            appendDouble(text, node.doubleValue());
        } else if (node.isBoolean() || node.isNull()) {
            text.append(node);
        } else {
            throw new IllegalArgumentException("Not JSON: " + node.getNodeType());
        }
    }

    private static void appendObject(StringBuilder text, JsonNode node) {
        var members = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        var separator = '{';
        for (var member : members.entrySet()) {
            text.append(separator);
            appendString(text, member.getKey());
            text.append(':');
            append(text, member.getValue());
            separator = ',';
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(StringBuilder text, JsonNode node) {
        var separator = '[';
        for (var element : node) {
            text.append(separator);
            append(text, element);
            separator = ',';
        }
        text.append(node.isEmpty() ? "[]" : "]");
    }

    private static void appendLong(StringBuilder text, long value) {
        if (value > EXACT || value < -EXACT) {
            throw new IllegalArgumentException(
                    value + " is beyond what every JSON reader keeps; write it as a string");
        }
        text.append(value);
    }

    /** As ECMAScript writes a number. */
    private static void appendDouble(StringBuilder text, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a JSON number");
        }
        if (value == 0) {
            text.append('0');
            return;
        }
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            text.append(decimal.toPlainString());
            return;
        }
        var digits = decimal.unscaledValue().abs().toString();
        text.append(value < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent > 0 ? "+" : "").append(exponent);
    }

    private static void appendString(StringBuilder text, String value) {
        text.append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
