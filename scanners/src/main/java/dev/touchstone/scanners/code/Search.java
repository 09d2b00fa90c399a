package dev.touchstone.scanners.code;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One thing that a rule looks for. */
sealed interface Search {

    /**
     * What has to be true around a piece of Java.
     *
     * @param around name of the enclosing class, method or assigned variable
     * @param unless text of the enclosing method that makes it harmless
     * @param unlessFile text of the file that makes it harmless
     * @param needs text that the file must have
     */
    record Context(
            @Nullable Pattern around,
            @Nullable Pattern unless,
            @Nullable Pattern unlessFile,
            @Nullable Pattern needs) {}

    /**
     * A call of a method.
     *
     * @param names of the method
     * @param on simple types of the receiver; empty for any
     * @param inside methods in whose arguments, or directly behind whose call, it stands
     * @param then methods of which one is called on its result
     * @param count of its arguments; -1 for any
     */
    record Call(
            Set<String> names,
            Set<String> on,
            Set<String> inside,
            Set<String> then,
            List<Argument> arguments,
            int count,
            Context context)
            implements Search {}

    /** The making of an object. */
    record New(Set<String> types, List<Argument> arguments, int count, Context context)
            implements Search {}

    /** What a method returns. */
    record Returned(Argument value, @Nullable Pattern annotated, Context context)
            implements Search {}

    /**
     * An annotation.
     *
     * @param on METHOD, TYPE, PARAMETER, FIELD; empty for any
     * @param attribute whose values are looked at; without a name it is {@code value}
     * @param lacks attributes of which it has none
     * @param inside annotations of the enclosing type, one of which must be there
     * @param name of what is annotated
     */
    record Annotation(
            Set<String> names,
            Set<String> on,
            String attribute,
            @Nullable Pattern matches,
            Set<String> lacks,
            Set<String> inside,
            @Nullable Pattern name,
            Context context)
            implements Search {}

    /** A shape of Java that takes code to recognise. */
    record Shape(JavaShape shape, Context context) implements Search {}

    /**
     * A setting in properties or YAML.
     *
     * @param key over the whole key in lower case without dashes and underscores
     * @param value over the value; placeholders stand with their default
     * @param absent keys of which the same file sets none
     * @param everywhere also in profiles for development and tests
     */
    record Setting(
            Pattern key, @Nullable Pattern value, @Nullable Pattern absent, boolean everywhere)
            implements Search {}

    /**
     * A piece of markup.
     *
     * @param files over the name of the file
     * @param element over the names of the enclosing elements; null for any
     * @param attribute over the attribute's name; null looks at text instead
     * @param matches over the attribute's value or the text, each hit counts
     * @param needs text that the file must have
     * @param after over the text before the hit, tags apart
     * @param unless text before the hit, tags apart, that makes it another rule's
     */
    record Markup(
            Pattern files,
            @Nullable Pattern element,
            @Nullable Pattern attribute,
            Pattern matches,
            @Nullable Pattern needs,
            @Nullable Pattern after,
            @Nullable Pattern unless)
            implements Search {}
}
