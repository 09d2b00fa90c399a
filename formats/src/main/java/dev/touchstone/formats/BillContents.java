package dev.touchstone.formats;

import dev.touchstone.contract.Bill;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bill of materials that we write says; the order of its lists means nothing.
 *
 * @param subject what the bill describes
 * @param dependencies by the references of the parts
 * @param properties of the document, for example what could not be read
 */
public record BillContents(
        Part subject,
        List<Part> parts,
        List<Bill.Dependency> dependencies,
        List<Property> properties) {

    public BillContents {
        parts = List.copyOf(parts);
        dependencies = List.copyOf(dependencies);
        properties = List.copyOf(properties);
    }

    /** How a component is needed, from the most to the least. */
    public enum Scope {
        /** At run time. */
        REQUIRED,
        /** At run time, when it is there. */
        OPTIONAL,
        /** To build or test only. */
        EXCLUDED;

        /** What holds when two need the same. */
        public Scope and(Scope other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    /** The same name may stand several times. */
    public record Property(String name, String value) implements Comparable<Property> {
        @Override
        public int compareTo(Property other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : value.compareTo(other.value);
        }
    }

    /**
     * A component.
     *
     * @param scope null of the project's own parts
     * @param hashes hexadecimal, by the name that CycloneDX gives the algorithm
     * @param places files of the tree that name it
     */
    public record Part(
            Bill.Component component,
            @Nullable Scope scope,
            Map<String, String> hashes,
            List<Property> properties,
            List<String> places) {

        public Part {
            hashes = Map.copyOf(hashes);
            properties = List.copyOf(properties);
            places = List.copyOf(places);
        }

        /** Its reference in the document. */
        public String ref() {
            String ref = component.ref();
            if (ref == null) throw new IllegalStateException(component.name() + " has no ref");
            return ref;
        }
    }
}
