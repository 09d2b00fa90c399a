package dev.touchstone.formats.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a schema demands of one value. Shapes point at each other in circles, so they are filled
 * after they are made; once loaded they never change and are safe to share.
 */
public final class Shape {
    static final int OBJECT = 1;
    static final int ARRAY = 1 << 1;
    static final int TEXT = 1 << 2;
    static final int INTEGER = 1 << 3;
    static final int NUMBER = 1 << 4;
    static final int FLAG = 1 << 5;
    static final int NULL = 1 << 6;
    static final int ANYTHING = (1 << 7) - 1;

    int types = ANYTHING;
    final Map<String, Property> properties = new HashMap<>();
    final List<String> propertyNames = new ArrayList<>();
    final Map<Pattern, Shape> patternProperties = new HashMap<>();
    boolean open = true;
    @Nullable Shape additional;
    long required;
    long atLeastOneOf;
    long exactlyOneOf;

    @Nullable Shape items;
    final List<Shape> firstItems = new ArrayList<>();
    int minItems;
    int maxItems = Integer.MAX_VALUE;
    boolean unique;

    @Nullable Set<String> words;
    int minLength;
    int maxLength = Integer.MAX_VALUE;
    @Nullable Pattern pattern;
    @Nullable String format;
    double minimum = Double.NEGATIVE_INFINITY;
    double maximum = Double.POSITIVE_INFINITY;

    final List<Shape> all = new ArrayList<>();
    final List<Alternatives> alternatives = new ArrayList<>();
    @Nullable Shape not;
    @Nullable Condition condition;

    Shape() {}

    /** A named member of an object; its bit marks it as seen. */
    record Property(@Nullable Shape shape, long bit) {}

    /** Forms of which one at least, or exactly one, must fit. */
    record Alternatives(List<Shape> shapes, boolean exactlyOne) {}

    /** Where {@code when} fits, {@code then} must fit, else {@code otherwise}. */
    record Condition(Shape when, @Nullable Shape then, @Nullable Shape otherwise) {}

    long property(String name, @Nullable Shape shape) {
        Property known = properties.get(name);
        if (known == null) {
            if (propertyNames.size() == Long.SIZE) {
                throw new IllegalArgumentException("more than 64 properties in one object");
            }
            known = new Property(shape, 1L << propertyNames.size());
            propertyNames.add(name);
        } else if (shape != null) {
            known = new Property(shape, known.bit());
        }
        properties.put(name, known);
        return known.bit();
    }

    /** What the item at this index must be, or null when it may be anything. */
    @Nullable Shape item(int index) {
        return index < firstItems.size() ? firstItems.get(index) : items;
    }

    String names(long bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < propertyNames.size(); i++) {
            if ((bits & 1L << i) != 0) names.add(propertyNames.get(i));
        }
        return String.join(", ", names);
    }

    /** True when a text must be looked at and not only be a text. */
    boolean readsText() {
        return words != null
                || pattern != null
                || format != null
                || minLength > 0
                || maxLength < Integer.MAX_VALUE;
    }

    static String typeNames(int types) {
        List<String> names = new ArrayList<>();
        if ((types & OBJECT) != 0) names.add("an object");
        if ((types & ARRAY) != 0) names.add("a list");
        if ((types & TEXT) != 0) names.add("a text");
        if ((types & NUMBER) != 0) names.add("a number");
        else if ((types & INTEGER) != 0) names.add("a whole number");
        if ((types & FLAG) != 0) names.add("true or false");
        if ((types & NULL) != 0) names.add("null");
        return String.join(" or ", names);
    }
}
